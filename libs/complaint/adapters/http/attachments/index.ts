export { AttachmentsController } from './attachments.controller.js';
export { attachedBy, OperatorAttachmentDto } from './attachment.dto.js';
export { AttachmentDelivery } from './delivery.js';
export { EvidenceIntake } from './intake.js';
export { type Attachments, AttachmentSettings, AttachmentSettingWrong, openAttachments } from './settings.js';
