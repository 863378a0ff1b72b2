import { all, type Acts } from '../case/act.js';
import { isHandler } from '../filing/filing.js';
import type { InvestigationCommands } from './commands.js';
import { establishFacts, factsCanBeEstablished } from './establishing.js';
import {
  commissionInvestigation,
  identifyDisputePoints,
  investigationIsOpen,
  openInvestigation,
  summonPerson,
} from './opening.js';
import { recordInvestigation } from './recording.js';

const investigating = { from: ['under-investigation'], to: ['same'] } as const;
const guard = all(isHandler, investigationIsOpen);

export const investigationActs: Acts<InvestigationCommands> = {
  OpenInvestigation: { ...investigating, guard: isHandler, decide: openInvestigation },
  SummonPerson: { ...investigating, guard, decide: summonPerson },
  CommissionInvestigation: { ...investigating, guard, decide: commissionInvestigation },
  IdentifyDisputePoints: { ...investigating, guard, decide: identifyDisputePoints },
  RecordInvestigation: { ...investigating, guard, decide: recordInvestigation },
  EstablishFacts: {
    from: ['under-investigation'],
    to: ['facts-established'],
    guard: all(guard, factsCanBeEstablished),
    decide: establishFacts,
  },
};
