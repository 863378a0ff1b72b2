import { isRefusal, type Refusal } from '#kernel';
import type { Shelf } from '#rulebook';
import type { Clock } from '#platform/clock';
import type { PersonalData, Seal } from '#platform/personal-data';
import {
  attemptOf,
  GuardedStreams,
  type Access as AccessTo,
  type Attempt,
  type Denial,
  type GuardedOutcome,
  type Loaded,
  type Streams,
} from '#platform/event-sourcing';
import type {
  Actor,
  Complaint,
  ComplaintCommand,
  ComplaintEvent,
  Context,
  RegisteredComplaint,
} from '../domain/index.js';
import { isDecided, servedOperator } from '../domain/index.js';
import { contextFor } from './context.js';
import { NO_OPERATORS, type KnownOperators } from './known-operators.js';
import { COMPLAINT_STREAM } from './stream.js';

export type { Denial, Seal };

/** What access to a case depends on. */
export interface CaseSubject {
  readonly officeId: string;
  readonly handlers: readonly string[];
  readonly registeredBy: string;
  /** The operator complained of, once it has been served. */
  readonly operatorId: string | null;
}

/** A person's right to one act, asked of the case as it is found. */
export type Access = AccessTo<CaseSubject>;

/** A request to do something to a case. */
export interface CaseRequest {
  readonly complaintId: string;
  readonly actor: Actor;
  readonly access: Access;
  readonly commandId: string;
  readonly fingerprint?: string;
  readonly expectedRevision?: number;
}

export type CaseOutcome = GuardedOutcome<ComplaintEvent, Complaint>;

/** Loads a complaint, asks whether this person may, and carries the command out. */
export class Cases {
  private readonly guarded;

  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    private readonly rulebooks: Shelf,
    private readonly operators: KnownOperators = NO_OPERATORS,
  ) {
    this.guarded = new GuardedStreams(streams, COMPLAINT_STREAM, isRegistered, subjectOf);
  }

  now(): string {
    return this.clock.now();
  }

  /** Everything a decision may look at, as of `now`. */
  context(actor: Actor, now: string): Context {
    return contextFor(this.rulebooks, this.operators, actor, now);
  }

  attempt(request: CaseRequest, now: string): Attempt {
    return attemptOf(request, now);
  }

  /**
   * Carries out a command on a registered complaint.
   * @param command builds the domain's command, sealing free text under the key of the case
   */
  async carryOut(
    request: CaseRequest,
    command: (seal: Seal, state: RegisteredComplaint) => Promise<ComplaintCommand>,
    happenedAt?: string,
  ): Promise<CaseOutcome> {
    const now = this.clock.now();
    return this.guarded.carryOut(
      { ...request, id: request.complaintId },
      async (state) => ({
        command: await command(this.sealFor(state), state),
        context: this.context(request.actor, now),
      }),
      { now, happenedAt },
    );
  }

  /** Registers: there is no case yet whose access could be asked. */
  async open(
    request: CaseRequest,
    command: (attempt: Attempt, context: Context) => Promise<ComplaintCommand | Refusal>,
  ): Promise<CaseOutcome> {
    const now = this.clock.now();
    const attempt = this.attempt(request, now);
    const context = this.context(request.actor, now);
    return this.streams.decide(COMPLAINT_STREAM, request.complaintId, attempt, {
      command: async () => {
        const asked = await command(attempt, context);
        return isRefusal(asked) ? asked : { command: asked, context };
      },
    });
  }

  /** Reads a case for a person: as it is, or as it was. */
  read(
    complaintId: string,
    access: Access,
    until: { readonly revision?: number; readonly recordedAt?: string } = {},
  ): Promise<{ loaded: Loaded<ComplaintEvent, RegisteredComplaint> } | { denial: Denial }> {
    return this.guarded.read(complaintId, access, until);
  }

  /** Encrypts under the key of somebody of the case. */
  sealUnder(subject: string): Seal {
    return (field, text) => this.personal.seal(subject, field, text);
  }

  /** What is said in a case stands under the case's own key: it does not go when one of its people is erased. */
  private sealFor(state: RegisteredComplaint): Seal {
    return this.sealUnder(state.registration.complaintId);
  }
}

function isRegistered(state: Complaint): state is RegisteredComplaint {
  return state.phase !== 'unregistered';
}

/** What access to a case depends on, read off the case. */
export function subjectOf(state: RegisteredComplaint): CaseSubject {
  return {
    officeId: state.registration.office,
    registeredBy: state.registration.registeredBy,
    handlers: isDecided(state) ? state.handlers : [],
    operatorId: servedOperator(state) ?? null,
  };
}
