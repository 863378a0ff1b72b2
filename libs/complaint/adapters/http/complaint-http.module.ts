import { Module } from '@nestjs/common';
import { ACT_CONTROLLERS } from './acts/controllers.js';
import { CaseAnswers } from './case-answers.js';
import { ComplaintsController } from './complaints.controller.js';
import { ContactsController } from './contacts.controller.js';
import { DueDatesController } from './due-dates.controller.js';
import { CaseEndpoint } from './endpoint.js';
import { ListsController } from './lists.controller.js';
import { RulebookDryRunController } from './rulebook-dry-run.controller.js';
import { VolumeController } from './volume.controller.js';

/** The complaint over HTTP. The app that imports it provides the ports: cases, personal data, secret, tables. */
@Module({
  controllers: [
    ComplaintsController,
    ContactsController,
    ...ACT_CONTROLLERS,
    ListsController,
    DueDatesController,
    RulebookDryRunController,
    VolumeController,
  ],
  providers: [CaseEndpoint, CaseAnswers],
})
export class ComplaintHttpModule {}
