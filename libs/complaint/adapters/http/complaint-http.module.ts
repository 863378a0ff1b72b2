import { Module } from '@nestjs/common';
import { ACT_CONTROLLERS } from './acts/controllers.js';
import { CaseAnswers } from './case-answers.js';
import { ComplaintsController } from './complaints.controller.js';
import { ContactsController } from './contacts.controller.js';
import { DueDatesController } from './due-dates.controller.js';
import { CaseEndpoint } from './endpoint.js';
import { ListsController } from './lists.controller.js';
import { OPERATOR_CASE_ACTS } from './respondent/acts.js';
import { OperatorCaseEndpoint } from './respondent/endpoint.js';
import { OperatorCasesController } from './respondent/operator-cases.controller.js';

/** The complaint over HTTP. The app that imports it provides the ports: cases, personal data, secret, tables. */
@Module({
  controllers: [
    ComplaintsController,
    ContactsController,
    ...ACT_CONTROLLERS,
    ListsController,
    DueDatesController,
    OperatorCasesController,
    OPERATOR_CASE_ACTS,
  ],
  providers: [CaseEndpoint, OperatorCaseEndpoint, CaseAnswers],
})
export class ComplaintHttpModule {}
