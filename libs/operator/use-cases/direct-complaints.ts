import { isRefusal, type Refusal } from '#kernel';
import type { Clock } from '#platform/clock';
import {
  attemptOf,
  GuardedStreams,
  type Access as AccessTo,
  type Attempt,
  type GuardedOutcome,
  type GuardedRequest,
  type Streams,
} from '#platform/event-sourcing';
import type { PersonalData, Seal } from '#platform/personal-data';
import {
  isReceived,
  type Context,
  type DirectComplaint,
  type DirectComplaintCommand,
  type DirectComplaintEvent,
  type ReceivedComplaint,
} from '../domain/index.js';
import { DIRECT_COMPLAINT_STREAM } from './stream.js';

/** What access to a direct complaint depends on. */
export interface DirectSubject {
  readonly operatorId: string;
}

export type Access = AccessTo<DirectSubject>;
export type DirectRequest = GuardedRequest<DirectSubject>;
export type DirectOutcome = GuardedOutcome<DirectComplaintEvent, DirectComplaint>;

/** Loads a direct complaint, asks whether this person may, and carries the command out. */
export class DirectComplaints {
  private readonly guarded;

  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
  ) {
    this.guarded = new GuardedStreams(streams, DIRECT_COMPLAINT_STREAM, isReceived, subjectOf);
  }

  now(): string {
    return this.clock.now();
  }

  /**
   * Carries out a command on a complaint that has been received.
   * @param command builds the domain's command, sealing free text under the key of the complaint
   */
  async carryOut(
    request: DirectRequest,
    command: (sealFor: SealFor, state: ReceivedComplaint) => Promise<DirectComplaintCommand>,
    happenedAt?: string,
  ): Promise<DirectOutcome> {
    const now = this.clock.now();
    return this.guarded.carryOut(
      request,
      async (state) => ({
        command: await command(this.sealFor, state),
        context: contextOf(request.actor, now),
      }),
      { now, happenedAt },
    );
  }

  /** Receives: there is no complaint yet whose access could be asked. */
  async open(
    request: DirectRequest,
    command: (attempt: Attempt, context: Context) => Promise<DirectComplaintCommand | Refusal>,
    happenedAt?: string,
  ): Promise<DirectOutcome> {
    const now = this.clock.now();
    const attempt = { ...attemptOf(request, now), happenedAt };
    const context = contextOf(request.actor, now);
    return this.streams.decide(DIRECT_COMPLAINT_STREAM, request.id, attempt, {
      command: async () => {
        const asked = request.objection ?? (await command(attempt, context));
        return isRefusal(asked) ? asked : { command: asked, context };
      },
    });
  }

  /** Reads a direct complaint for a person: as it is, or as it was. */
  read(id: string, access: Access, until: { readonly revision?: number; readonly recordedAt?: string } = {}) {
    return this.guarded.read(id, access, until);
  }

  /** Seals under the key of the complaint, or of the complainant. */
  readonly sealFor: SealFor = (subject) => (field, text) => this.personal.seal(subject, field, text);
}

/** Encrypts under the key of that subject. */
export type SealFor = (subject: string) => Seal;

/** What a decision may look at, of who acts and when. */
export function contextOf(
  { id, operator = '' }: { readonly id: string; readonly operator?: string },
  now: string,
): Context {
  return { now, actor: { id, operator } };
}

/** What access depends on, read off the complaint. */
export function subjectOf(state: ReceivedComplaint): DirectSubject {
  return { operatorId: state.registration.operator };
}
