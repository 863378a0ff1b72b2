import { Module } from '@nestjs/common';
import { AttachEvidenceHandler } from '../../use-cases/index.js';
import { ACT_CONTROLLERS } from './acts/controllers.js';
import { AttachmentDelivery, AttachmentsController, EvidenceIntake } from './attachments/index.js';
import { DueDateController } from './calculator/due-date.controller.js';
import { CaseAnswers } from './case-answers.js';
import { ComplaintsController } from './complaints.controller.js';
import { ContactsController } from './contacts.controller.js';
import { CaseEndpoint } from './endpoint.js';
import { JurisdictionController } from './jurisdiction.controller.js';
import { CallbacksController } from './callbacks.controller.js';
import { ClustersController } from './links/clusters.controller.js';
import { EscalationsController } from './escalations.controller.js';
import { LinksController } from './links/links.controller.js';
import { ListsController } from './lists.controller.js';
import { ReschedulingController } from './rescheduling.controller.js';
import { FiringsController } from './reports/firings.controller.js';
import { RulebookDryRunController } from './rulebook-dry-run.controller.js';
import { RulebooksController } from './rulebooks.controller.js';
import { VolumeController } from './volume.controller.js';
import { OPERATOR_CASE_ACTS } from './respondent/acts.js';
import { OperatorAttachmentsController } from './respondent/attachments.controller.js';
import { OperatorCaseEndpoint } from './respondent/endpoint.js';
import { OperatorCasesController } from './respondent/operator-cases.controller.js';

/**
 * The complaint over HTTP. The app that imports it provides the ports: cases, personal data, secret, tables, the store of
 * files and how much of them is taken. Files come and go here only, so what stores them stands here too.
 */
@Module({
  controllers: [
    ComplaintsController,
    ContactsController,
    AttachmentsController,
    ...ACT_CONTROLLERS,
    ListsController,
    CallbacksController,
    EscalationsController,
    LinksController,
    ClustersController,
    FiringsController,
    DueDateController,
    JurisdictionController,
    RulebooksController,
    RulebookDryRunController,
    ReschedulingController,
    VolumeController,
    OperatorCasesController,
    OperatorAttachmentsController,
    OPERATOR_CASE_ACTS,
  ],
  providers: [
    CaseEndpoint,
    OperatorCaseEndpoint,
    CaseAnswers,
    EvidenceIntake,
    AttachmentDelivery,
    AttachEvidenceHandler,
  ],
})
export class ComplaintHttpModule {}
