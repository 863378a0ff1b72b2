import { Module } from '@nestjs/common';
import { CaseAnswers } from './case-answers.js';
import { ComplaintsController } from './complaints.controller.js';
import { ContactsController } from './contacts.controller.js';
import { DocumentsController } from './documents.controller.js';
import { DueDatesController } from './due-dates.controller.js';
import { CaseEndpoint } from './endpoint.js';
import { ListsController } from './lists.controller.js';
import { ProcedureController } from './procedure.controller.js';

/** The complaint over HTTP. The app that imports it provides the ports: cases, personal data, secret, tables. */
@Module({
  controllers: [
    ComplaintsController,
    ContactsController,
    ProcedureController,
    DocumentsController,
    ListsController,
    DueDatesController,
  ],
  providers: [CaseEndpoint, CaseAnswers],
})
export class ComplaintHttpModule {}
