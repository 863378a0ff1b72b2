export { AttachmentsController } from './attachments.controller.js';
export { EvidenceIntake } from './intake.js';
export { type Attachments, AttachmentSettings, AttachmentSettingWrong, openAttachments } from './settings.js';
