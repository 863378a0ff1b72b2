import type { Acts } from '../case/act.js';
import { PHASES } from '../case/state.js';
import type { FindingsCommands } from './commands.js';
import { createEnforcementLead, recordNonCooperation, recordResponsibility } from './findings.js';

const NOT_PUT_AWAY = PHASES.filter((phase) => phase !== 'archived');

export const findingsActs: Acts<FindingsCommands> = {
  CreateEnforcementLead: { from: NOT_PUT_AWAY, to: ['same'], decide: createEnforcementLead },
  RecordNonCooperation: { from: NOT_PUT_AWAY, to: ['same'], decide: recordNonCooperation },
  RecordResponsibility: { from: NOT_PUT_AWAY, to: ['same'], decide: recordResponsibility },
};
