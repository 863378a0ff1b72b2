import { archiveEvolve } from '../archive/evolve.js';
import { callbacksEvolve } from '../callbacks/evolve.js';
import { claimsEvolve } from '../claims/evolve.js';
import { clocksEvolve } from '../clocks/evolve.js';
import { closingEvolve } from '../closing/evolve.js';
import { contactEvolve } from '../contact/evolve.js';
import { correctionsEvolve } from '../corrections/evolve.js';
import { depositEvolve } from '../deposit/evolve.js';
import { documentsEvolve } from '../documents/evolve.js';
import { endingEvolve } from '../ending/evolve.js';
import { evidenceEvolve } from '../evidence/evolve.js';
import { extensionEvolve } from '../extension/evolve.js';
import { filingEvolve } from '../filing/evolve.js';
import { linksEvolve } from '../links/evolve.js';
import { findingsEvolve } from '../findings/evolve.js';
import { handoverEvolve } from '../handover/evolve.js';
import { intakeEvolve } from '../intake/evolve.js';
import { pausesEvolve } from '../pauses/evolve.js';
import { investigationEvolve } from '../investigation/evolve.js';
import { mediationEvolve } from '../mediation/evolve.js';
import { outcomeEvolve } from '../outcome/evolve.js';
import { peopleEvolve } from '../people/evolve.js';
import { jurisdictionEvolve } from '../jurisdiction/evolve.js';
import { replyEvolve } from '../reply/evolve.js';
import { rulebooksEvolve } from '../rulebooks/evolve.js';
import { settlementEvolve } from '../settlement/evolve.js';
import { respondentEvolve } from '../respondent/evolve.js';
import { supervisionEvolve } from '../supervision/evolve.js';
import type { ComplaintEvent, ComplaintFacts } from './events.js';
import type { Evolving } from './evolving.js';
import { advance, type Progress } from './progress.js';
import { isDecided, type Complaint, type Phase, type RegisteredComplaint } from './state.js';

/** What each event does to the facts of a case; its keys are the list of all events but the first. */
export const EVOLVE: Evolving<Omit<ComplaintFacts, 'ComplaintRegistered'>> = {
  ...intakeEvolve,
  ...filingEvolve,
  ...documentsEvolve,
  ...replyEvolve,
  ...investigationEvolve,
  ...settlementEvolve,
  ...mediationEvolve,
  ...outcomeEvolve,
  ...depositEvolve,
  ...handoverEvolve,
  ...claimsEvolve,
  ...endingEvolve,
  ...findingsEvolve,
  ...linksEvolve,
  ...closingEvolve,
  ...archiveEvolve,
  ...jurisdictionEvolve,
  ...supervisionEvolve,
  ...contactEvolve,
  ...callbacksEvolve,
  ...rulebooksEvolve,
  ...evidenceEvolve,
  ...peopleEvolve,
  ...pausesEvolve,
  ...respondentEvolve,
  ...extensionEvolve,
  ...correctionsEvolve,
  ...clocksEvolve,
};

/** What an event does to the state. Total: an event that does not fit the state is a damaged history. */
export function evolve(state: Complaint, event: ComplaintEvent): Complaint {
  if (event.type === 'ComplaintRegistered') {
    return {
      phase: 'registered',
      registration: event.data,
      clocks: [],
      supplements: [],
      documents: [],
      reviewers: [],
    };
  }
  if (state.phase === 'unregistered') throw new Error(`${event.type} before ComplaintRegistered`);
  const change = EVOLVE[event.type] as (
    state: RegisteredComplaint,
    data: ComplaintEvent['data'],
  ) => RegisteredComplaint;
  return inPhase(change(state, event.data), advance(progressOf(state), event).phase);
}

/** How far the case has come, as its read models keep it. */
export function progressOf(state: RegisteredComplaint): Progress {
  return {
    phase: state.phase,
    served: [
      ...state.documents.filter(({ service, earlier }) => service && !earlier).map(({ kind }) => kind),
      ...(state.oralNotices ?? []).map(({ kind }) => kind),
    ],
    answered: isDecided(state) && (state.reply !== undefined || state.replyOverdueAt !== undefined),
  };
}

/** The facts of a phase are there when it is reached: `EVOLVE` refuses an event that comes too early or late. */
function inPhase(state: RegisteredComplaint, phase: Phase): RegisteredComplaint {
  return phase === state.phase ? state : ({ ...state, phase } as RegisteredComplaint);
}
