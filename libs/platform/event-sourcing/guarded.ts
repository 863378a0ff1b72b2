import type { Refusal } from '#kernel';
import type { StreamKind } from './definition.js';
import type { Attempt, Loaded, Outcome, Streams } from './streams.js';

/** Why a person may not: it is none of his business (shown as not found), or the act is not his. */
export interface Denial {
  readonly kind: 'not-visible' | 'forbidden';
  readonly reason: string;
}

/** A person's right to one act, asked of the stream's subject as it is found. */
export type Access<Subject> = (subject: Subject) => Denial | null;

/** A request to do something to one stream: whose, with which right, under which key. */
export interface GuardedRequest<Subject> extends Pick<
  Attempt,
  'commandId' | 'fingerprint' | 'actor' | 'expectedRevision'
> {
  readonly id: string;
  readonly access: Access<Subject>;
  /**
   * What stands against the request itself, whatever the stream holds. Answered to those who may, for what was not done
   * before, at the revision they know.
   */
  readonly objection?: Refusal;
}

export type GuardedOutcome<Event, State> =
  Outcome<Event, State> | { readonly outcome: 'denied'; readonly denial: Denial };

/** The attempt that a request makes at a moment. */
export function attemptOf(
  { commandId, fingerprint, actor, expectedRevision }: Omit<GuardedRequest<never>, 'id' | 'access'>,
  now: string,
): Attempt {
  return { commandId, fingerprint, actor, now, expectedRevision };
}

/** Never shown: a denial is answered instead. */
const BARRED: Refusal = { refused: 'access-denied', rules: [], facts: {} };

/** Streams of one kind, each behind the question whether this person may. `Known` is the state of one that is there. */
export class GuardedStreams<
  Command,
  Event extends { type: string; data: object },
  State,
  Known extends State,
  Context,
  Subject,
> {
  constructor(
    private readonly streams: Streams,
    private readonly kind: StreamKind<Command, Event, State, Context>,
    private readonly isKnown: (state: State) => state is Known,
    /** What access depends on. */
    private readonly subjectOf: (state: Known) => Subject,
  ) {}

  /** Asks whether the person may, and carries the command out on what is there. */
  async carryOut(
    request: GuardedRequest<Subject>,
    command: (state: Known) => Promise<{ command: Command; context: Context }>,
    { now, happenedAt }: Pick<Attempt, 'now' | 'happenedAt'>,
  ): Promise<GuardedOutcome<Event, State>> {
    let denial: Denial | null = null;
    const outcome = await this.streams.decide(
      this.kind,
      request.id,
      { ...attemptOf(request, now), happenedAt },
      {
        access: (state) => {
          denial = this.accessTo(state, request.access);
          return denial && BARRED;
        },
        command: async ({ state }) => request.objection ?? (this.isKnown(state) ? command(state) : BARRED),
      },
    );
    return denial ? { outcome: 'denied', denial } : outcome;
  }

  /** Reads for a person: as it is, or as it was. The right is asked of how it is now. */
  async read(
    id: string,
    access: Access<Subject>,
    until: { readonly revision?: number; readonly recordedAt?: string } = {},
  ): Promise<{ loaded: Loaded<Event, Known> } | { denial: Denial }> {
    const present = await this.streams.load(this.kind, id);
    const denial = this.accessTo(present.state, access);
    if (denial) return { denial };
    const asked = until.revision === undefined && until.recordedAt === undefined;
    if ((until.revision ?? 0) > present.revision) return { denial: NOT_THERE };
    const { state, ...loaded } = asked ? present : await this.streams.load(this.kind, id, until);
    return this.isKnown(state) ? { loaded: { ...loaded, state } } : { denial: NOT_THERE };
  }

  private accessTo(state: State, access: Access<Subject>): Denial | null {
    return this.isKnown(state) ? access(this.subjectOf(state)) : NOT_THERE;
  }
}

const NOT_THERE: Denial = { kind: 'not-visible', reason: 'not-found' };
