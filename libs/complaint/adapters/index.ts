export { attachmentsIn, type RecordedAttachment } from './attachments-in-log.js';
export {
  type Attachments,
  AttachmentSettings,
  AttachmentSettingWrong,
  openAttachments,
} from './http/attachments/index.js';
export { clocksOfCases } from './affected-clocks.js';
export { CountedCases } from './counted-cases.js';
export { REPORT_PROBLEMS } from './http/reports/problems.js';
export { CALCULATOR_PROBLEMS } from './http/calculator/problems.js';
export * from './http/complaint-http.module.js';
export { COMPLAINT_PROBLEMS } from './http/problems/index.js';
export * from './nest/complaint.module.js';
export * from './own-days.js';
export * from './rescheduling/index.js';
export * from './offices-file.js';
export * from './projections.js';
export * from './rulebooks/index.js';
export * from './reactions.js';
export * from './timers.js';
