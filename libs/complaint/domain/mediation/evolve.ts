import { decidedCase, type Evolving } from '../case/evolving.js';
import type { DecidedComplaint, RegisteredComplaint } from '../case/state.js';
import type { MediationEvents } from './events.js';
import type { Mediation } from './facts.js';

const NONE: Mediation = { requests: [], mediators: [], calls: [], sessions: [] };

export const mediationEvolve: Evolving<MediationEvents> = {
  MediationRequested: (state, request) =>
    mediated(state, 'MediationRequested', ({ requests }) => ({ requests: [...requests, request] })),
  MediationOpened: (state, { mediators, openedAt }) =>
    mediated(state, 'MediationOpened', () => ({ mediators, openedAt })),
  MediationSessionCalled: (state, call) =>
    mediated(state, 'MediationSessionCalled', ({ calls }) => ({ calls: [...calls, call] })),
  MediationSessionHeld: (state, session) =>
    mediated(state, 'MediationSessionHeld', ({ sessions }) => ({ sessions: [...sessions, session] })),
  MediationAgreed: (state, agreement) => mediated(state, 'MediationAgreed', () => ({ agreement })),
  MediationFailed: (state, failure) => mediated(state, 'MediationFailed', () => ({ failure })),
};

function mediated(
  state: RegisteredComplaint,
  event: string,
  change: (mediation: Mediation) => Partial<Mediation>,
): DecidedComplaint {
  const decided = decidedCase(state, event);
  const mediation = decided.mediation ?? NONE;
  return { ...decided, mediation: { ...mediation, ...change(mediation) } };
}
