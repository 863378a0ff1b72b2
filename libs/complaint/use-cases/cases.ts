import { dayInChina, isRefusal, type Refusal, type Sealed } from '#kernel';
import { chinaCalendar } from '#calendar';
import type { Shelf } from '#rulebook';
import type { Clock } from '#platform/clock';
import type { PersonalData } from '#platform/personal-data';
import type { Attempt, Loaded, Outcome, Streams } from '#platform/event-sourcing';
import type {
  Actor,
  Complaint,
  ComplaintCommand,
  ComplaintEvent,
  Context,
  RegisteredComplaint,
} from '../domain/index.js';
import { isDecided, recusedOf } from '../domain/index.js';
import { COMPLAINT_STREAM } from './stream.js';

/** What access to a case depends on. */
export interface CaseSubject {
  readonly officeId: string;
  readonly handlers: readonly string[];
  /** Ids of those who stand aside from it (回避, G62). */
  readonly recused: readonly string[];
  readonly registeredBy: string;
}

/** Why a person may not: the case is none of his business (shown as not found), or the act is not his. */
export interface Denial {
  readonly kind: 'not-visible' | 'forbidden';
  readonly reason: string;
}

/** A person's right to one act, asked of the case as it is found. */
export type Access = (subject: CaseSubject) => Denial | null;

/** A request to do something to a case. */
export interface CaseRequest {
  readonly complaintId: string;
  readonly actor: Actor;
  readonly access: Access;
  readonly commandId: string;
  readonly fingerprint?: string;
  readonly expectedRevision?: number;
}

export type CaseOutcome =
  Outcome<ComplaintEvent, Complaint> | { readonly outcome: 'denied'; readonly denial: Denial };

/** Encrypts text under the key of the case. */
export type Seal = (field: string, text: string) => Promise<Sealed>;

/** Never shown: a denial is answered instead. */
const BARRED: Refusal = { refused: 'access-denied', rules: [], facts: {} };

/** Loads a complaint, asks whether this person may, and carries the command out. */
export class Cases {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    private readonly rulebooks: Shelf,
  ) {}

  now(): string {
    return this.clock.now();
  }

  /** Everything a decision may look at, as of `now`. */
  context(actor: Actor, now: string): Context {
    return {
      now,
      actor,
      calendar: chinaCalendar({ knownOn: dayInChina(now) }),
      rulebook: (id) => this.rulebooks.byId(id),
    };
  }

  attempt(request: CaseRequest, now: string): Attempt {
    return {
      commandId: request.commandId,
      fingerprint: request.fingerprint,
      actor: request.actor,
      now,
      expectedRevision: request.expectedRevision,
    };
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
    let denial: Denial | null = null;
    const outcome = await this.streams.decide(
      COMPLAINT_STREAM,
      request.complaintId,
      { ...this.attempt(request, now), happenedAt },
      {
        access: (state) => {
          denial = accessTo(state, request.access);
          return denial && BARRED;
        },
        command: async ({ state }) => {
          if (state.phase === 'unregistered') return BARRED;
          const context = this.context(request.actor, now);
          return { command: await command(this.sealFor(state), state), context };
        },
      },
    );
    return denial ? { outcome: 'denied', denial } : outcome;
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
  async read(
    complaintId: string,
    access: Access,
    until: { readonly revision?: number; readonly recordedAt?: string } = {},
  ): Promise<{ loaded: Loaded<ComplaintEvent, RegisteredComplaint> } | { denial: Denial }> {
    const present = await this.streams.load(COMPLAINT_STREAM, complaintId);
    const denial = accessTo(present.state, access);
    if (denial) return { denial };
    const asked = until.revision === undefined && until.recordedAt === undefined;
    const loaded = asked ? present : await this.streams.load(COMPLAINT_STREAM, complaintId, until);
    if (loaded.state.phase === 'unregistered') return { denial: NOT_THERE };
    return { loaded: { ...loaded, state: loaded.state } };
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

const NOT_THERE: Denial = { kind: 'not-visible', reason: 'complaint-not-found' };

function accessTo(state: Complaint, access: Access): Denial | null {
  if (state.phase === 'unregistered') return NOT_THERE;
  return access(subjectOf(state));
}

/** What access to this case depends on. */
export function subjectOf(state: RegisteredComplaint): CaseSubject {
  return {
    officeId: state.registration.office,
    registeredBy: state.registration.registeredBy,
    handlers: isDecided(state) ? state.handlers : [],
    recused: recusedOf(state),
  };
}
