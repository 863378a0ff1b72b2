export { attachmentsIn, type RecordedAttachment } from './attachments-in-log.js';
export {
  type Attachments,
  AttachmentSettings,
  AttachmentSettingWrong,
  openAttachments,
} from './http/attachments/index.js';
export * from './http/complaint-http.module.js';
export { COMPLAINT_PROBLEMS } from './http/problems/index.js';
export * from './nest/complaint.module.js';
export * from './offices-file.js';
export * from './projections.js';
export * from './rulebooks/index.js';
export * from './timers.js';
