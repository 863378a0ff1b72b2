export * from './carry-out/carry-out.command.js';
export * from './carry-out/carry-out.handler.js';
export * from './receive-complaint/receive-complaint.command.js';
export * from './receive-complaint/receive-complaint.handler.js';
export * from './direct-complaints.js';
export * from './operators.js';
export * from './stream.js';
export type {
  ComplainantInput,
  CorrectionInput,
  InputOf,
  IntakeInput,
  InvestigationInput,
  MediationInput,
  OutcomeInput,
  SaidType,
} from './wording.js';
