export * from './types.js';
export * from './errors.js';
export * from './jurisdiction.js';
export * from './procedure.js';
export * from './verification.js';
export { GOVERNS, procedureOf, type GoverningProcedure, type Governs } from './governing.js';
export { loadRulebook } from './load.js';
export { inForce, Shelf } from './shelf.js';
export { SHIPPED } from './shipped.js';
export {
  certaintyOf,
  dueDatesOf,
  limitationFor,
  periodOf,
  ruledDueDate,
  termOf,
  termsStartedBy,
  type Course,
  type RuledDueDate,
} from './terms.js';
export {
  limitationOf,
  type Claim,
  type ClaimLimitation,
  type LimitationFinding,
  type LimitationStanding,
} from './limitation.js';
export {
  overrunOfInternalChain,
  type ChainOverrun,
  type ChainRulebooks,
  type Decision,
  type Intake,
  type InternalPath,
  type InternalStep,
} from './internal-chain.js';
