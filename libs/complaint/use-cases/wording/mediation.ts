import { v5 as uuidv5 } from 'uuid';
import type { MediationCommands, Party } from '../../domain/index.js';
import { sealEach } from '../sealing.js';
import { wording, type Saying, type Wordings } from './wording.js';

/** A session of mediation in clear (调解笔录, G28). */
export interface SessionInput {
  readonly heldAt?: string;
  readonly place: string;
  readonly present: readonly Party[];
  readonly proposals: string;
  readonly positions: { readonly complainant?: string; readonly respondent?: string };
}

export const mediationWording = {
  RequestMediation: wording((said: MediationCommands['RequestMediation']) => said, 'requestedAt'),
  OpenMediation: wording((said: MediationCommands['OpenMediation']) => said, 'openedAt'),
  CallSession: wording(
    async (
      { appointedFor, place }: { readonly appointedFor: string; readonly place: string },
      { seal, request },
    ) => ({
      sessionId: uuidv5('session-call', request.commandId),
      appointedFor,
      place: await seal('session.place', place),
    }),
  ),
  HoldSession: wording(
    async ({ place, proposals, positions, ...rest }: SessionInput, { seal, request }) => ({
      ...rest,
      sessionId: uuidv5('session', request.commandId),
      place: await seal('session.place', place),
      proposals: await seal('session.proposals', proposals),
      positions: await sealEach(seal, 'session.position', positions),
    }),
    'heldAt',
  ),
  AgreeMediation: wording(
    async ({ terms, ...rest }: Saying<MediationCommands['AgreeMediation'], 'terms'>, { seal }) => ({
      ...rest,
      terms: await seal('mediation.terms', terms),
    }),
    'agreedAt',
  ),
  FailMediation: wording(
    async ({ note, ...rest }: Saying<MediationCommands['FailMediation'], 'note'>, { seal }) => ({
      ...rest,
      note: await seal('mediation.failure', note),
    }),
    'failedAt',
  ),
} satisfies Wordings<MediationCommands>;
