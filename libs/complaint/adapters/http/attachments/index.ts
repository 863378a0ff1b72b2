export { AttachmentsController } from './attachments.controller.js';
export { OperatorAttachmentDto } from './attachment.dto.js';
export { AttachmentDelivery, GivesFile } from './delivery.js';
export { EvidenceIntake } from './intake.js';
export { type Attachments, AttachmentSettings, AttachmentSettingWrong, openAttachments } from './settings.js';
