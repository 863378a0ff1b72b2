export {
  DIRECT_COMPLAINT_EVENTS,
  PHASES as DIRECT_PHASES,
  type Phase as DirectPhase,
} from './domain/index.js';
export { Operators, type Operator } from './use-cases/index.js';
export * from './adapters/index.js';
