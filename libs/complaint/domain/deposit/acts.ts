import { all, type Acts } from '../case/act.js';
import { isHandler } from '../filing/filing.js';
import { deciderIsImpartial } from '../outcome/outcome.js';
import type { DepositCommands } from './commands.js';
import {
  decisionFitsClaims,
  decisionIsSubmitted,
  depositIsEligible,
  nothingIsSubmitted,
  returnDepositDecision,
  signDepositDecision,
  signerIsNotSubmitter,
  submitDepositDecision,
} from './decision.js';
import { assessDepositEligibility, depositClaimsStand } from './eligibility.js';

export const depositActs: Acts<DepositCommands> = {
  AssessDepositEligibility: {
    from: ['facts-established', 'mediating', 'mediation-failed'],
    to: ['same'],
    guard: all(isHandler, depositClaimsStand),
    decide: assessDepositEligibility,
  },
  SubmitDepositDecision: {
    from: ['mediation-failed'],
    to: ['same'],
    guard: all(isHandler, depositClaimsStand, depositIsEligible, nothingIsSubmitted),
    decide: submitDepositDecision,
  },
  ReturnDepositDecision: {
    from: ['mediation-failed'],
    to: ['same'],
    guard: all(decisionIsSubmitted, signerIsNotSubmitter),
    decide: returnDepositDecision,
  },
  SignDepositDecision: {
    from: ['mediation-failed'],
    to: ['deposit-decided'],
    guard: all(
      decisionIsSubmitted,
      signerIsNotSubmitter,
      deciderIsImpartial,
      depositIsEligible,
      depositClaimsStand,
      decisionFitsClaims,
    ),
    decide: signDepositDecision,
  },
};
