import { all, type Acts } from '../case/act.js';
import { isHandler } from '../filing/filing.js';
import { respondentIsServed } from '../mediation/opening.js';
import { speaksForRespondent } from '../respondent/respondent.js';
import {
  checkSettlement,
  reportSettlement,
  settlementCanBeReported,
  settlementIsReported,
  settlementIsSigned,
  signSettlement,
} from './settlement.js';
import type { SettlementCommands } from './commands.js';

/** Beside everything else, from the notice to the respondent on (A09). */
const BESIDE = [
  'awaiting-reply',
  'under-investigation',
  'facts-established',
  'mediating',
  'mediation-failed',
] as const;

export const settlementActs: Acts<SettlementCommands> = {
  ReportSettlement: {
    from: ['filed', ...BESIDE],
    to: ['same'],
    guard: all(speaksForRespondent, respondentIsServed, settlementCanBeReported),
    decide: reportSettlement,
  },
  SignSettlement: {
    from: ['filed', ...BESIDE],
    to: ['same'],
    guard: all(isHandler, settlementIsReported),
    decide: signSettlement,
  },
  CheckSettlement: {
    from: BESIDE,
    to: ['same', 'settled'],
    guard: all(isHandler, settlementIsSigned),
    decide: checkSettlement,
  },
};
