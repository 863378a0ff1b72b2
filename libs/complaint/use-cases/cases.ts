import { isRefusal, type Refusal } from '#kernel';
import type { Calendars } from '#calendar';
import type { Shelf } from '#rulebook';
import type { Clock } from '#platform/clock';
import { BLANK, type PersonalData, type Seal } from '#platform/personal-data';
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
  Happened,
  RegisteredComplaint,
} from '../domain/index.js';
import { callersOf, isDecided, isNotDestroyed, recusedOf, servedOperator } from '../domain/index.js';
import { contextFor } from './context.js';
import { NO_OPERATORS, type KnownOperators } from './known-operators.js';
import type { Offices } from './offices.js';
import { COMPLAINT_STREAM } from './stream.js';

export type { Denial, Seal };

/** What access to a case depends on. */
export interface CaseSubject {
  readonly officeId: string;
  readonly handlers: readonly string[];
  /** Ids of those who have a call to its complainant to make (回访). */
  readonly callers: readonly string[];
  /** Ids of those who stand aside from it (回避, G62). */
  readonly recused: readonly string[];
  readonly registeredBy: string;
  /** The operator complained of, once it has been served. */
  readonly operatorId: string | null;
  /** Ids of the offices above the one that has it, nearest first. */
  readonly superiors: readonly string[];
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
  /** What stands against the request itself, such as somebody named whom nobody knows. */
  readonly objection?: Refusal;
}

export type CaseOutcome = GuardedOutcome<ComplaintEvent, Complaint>;

/** Who acts when nobody does: timers, and what goes on by itself. */
export const SYSTEM: Actor = { id: 'system', roles: ['system'], office: 'system' };

/** Loads a complaint, asks whether this person may, and carries the command out. */
export class Cases {
  private readonly guarded;

  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    readonly calendars: Calendars,
    readonly rulebooks: Shelf,
    readonly offices: Offices,
    readonly operators: KnownOperators = NO_OPERATORS,
  ) {
    this.guarded = new GuardedStreams(streams, COMPLAINT_STREAM, isRegistered, (state) =>
      this.subjectOf(state),
    );
  }

  now(): string {
    return this.clock.now();
  }

  /** Everything that a decision on a case of that office may look at, as of `now`. */
  context(actor: Actor, now: string, office: string): Context {
    const its = this.offices.knows(office) ? this.offices.office(office) : { id: office };
    return contextFor(this, its, actor, now);
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
        context: this.context(request.actor, now, state.registration.office),
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
    const context = this.context(request.actor, now, request.actor.office ?? '');
    return this.streams.decide(COMPLAINT_STREAM, request.complaintId, attempt, {
      command: async () => {
        const asked = request.objection ?? (await command(attempt, context));
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

  /** What access to a case depends on, read off the case and where its office stands. */
  subjectOf(state: RegisteredComplaint): CaseSubject {
    const { office, registeredBy } = state.registration;
    return {
      officeId: office,
      registeredBy,
      handlers: isDecided(state) ? state.handlers : [],
      callers: callersOf(state),
      recused: recusedOf(state),
      operatorId: servedOperator(state) ?? null,
      superiors: this.offices.tree.superiorsOf(office),
    };
  }

  /**
   * Encrypts under the key of somebody of the case. Of a case whose keys are destroyed nothing is said any more: its
   * rules refuse whatever comes, and never look inside.
   */
  sealUnder(state: RegisteredComplaint, subject: string): Seal {
    if (isNotDestroyed(state)) return () => Promise.resolve(BLANK);
    return (field, text) => this.personal.seal(subject, field, text);
  }

  /** What is said in a case stands under the case's own key: it does not go when one of its people is erased. */
  private sealFor(state: RegisteredComplaint): Seal {
    return this.sealUnder(state, state.registration.complaintId);
  }
}

/** A case's history as the rules read it: each event with the moment at which it happened. */
export function happenedIn({
  records,
}: Pick<Loaded<ComplaintEvent, RegisteredComplaint>, 'records'>): Happened[] {
  return records.map(({ event, meta }) => ({ event, happenedAt: meta.happenedAt }));
}

/** The office whose case it is; of none, while nothing is registered. */
export function officeOf(state: Complaint): string {
  return state.phase === 'unregistered' ? '' : state.registration.office;
}

function isRegistered(state: Complaint): state is RegisteredComplaint {
  return state.phase !== 'unregistered';
}
