import assert from 'node:assert/strict';
import { fold, isRefusal, type Decider, type JsonObject, type Message } from '#kernel';

/** An event as a test expects it: its type, and as much of its data as matters. */
export interface Expected<Type extends string = string> {
  readonly type: Type;
  readonly data?: object;
}

/** What a decider answered, to be compared. Every comparison throws an AssertionError that shows both sides. */
export interface Answer<Event extends Message, State> {
  /** Exactly these events in this order; only the data named is compared. */
  then(...expected: readonly Expected<Event['type']>[]): this;
  /** These events in this order, others between them. */
  thenAmongOthers(...expected: readonly Expected<Event['type']>[]): this;
  /** Nothing changes, and nothing is refused. */
  thenNothing(): this;
  /** The rule says no, with this code and at least these facts. */
  thenRefused(code: string, facts?: JsonObject): this;
  readonly events: readonly Event[];
  readonly state: State;
}

export interface Specification<Command, Event extends Message, State, Context> {
  given(...events: readonly Event[]): {
    when(command: Command, context?: Partial<Context>): Answer<Event, State>;
  };
}

/**
 * Given a history, when a command is given, then these events: the language in which a decider's rules are
 * proved. `context` is what every decision looks at unless a case says otherwise.
 */
export function specify<Command, Event extends Message, State, Context>(
  decider: Decider<Command, Event, State, Context>,
  context: Context,
): Specification<Command, Event, State, Context> {
  return {
    given: (...history) => ({
      when: (command, change = {}) => {
        const before = fold(decider, history);
        const answer = decider.decide(command, before, { ...context, ...change });
        const events = isRefusal(answer) ? [] : answer;
        return compared(answer, events, fold(decider, events, before));
      },
    }),
  };
}

function compared<Event extends Message, State>(
  answer: readonly Event[] | object,
  events: readonly Event[],
  state: State,
): Answer<Event, State> {
  const told: Answer<Event, State> = {
    events,
    state,
    then(...expected) {
      notRefused(answer);
      assert.deepEqual(events.map(typeOf), expected.map(typeOf));
      expected.forEach((one, index) => {
        assert.partialDeepStrictEqual(events[index], one);
      });
      return told;
    },
    thenAmongOthers(...expected) {
      notRefused(answer);
      let from = 0;
      for (const one of expected) from = 1 + found(events, one, from);
      return told;
    },
    thenNothing() {
      assert.deepEqual(answer, []);
      return told;
    },
    thenRefused(code, facts = {}) {
      assert.ok(isRefusal(answer), `expected ${code}, not ${events.map(typeOf).join(', ') || 'nothing'}`);
      assert.equal(answer.refused, code);
      assert.partialDeepStrictEqual(answer.facts, facts);
      return told;
    },
  };
  return told;
}

function typeOf({ type }: { readonly type: string }): string {
  return type;
}

function notRefused(answer: object): void {
  assert.ok(!isRefusal(answer), `refused: ${JSON.stringify(answer)}`);
}

/** The place of the first event from `from` on that is as expected; if none is, the nearest of its type is shown. */
function found(events: readonly Message[], expected: Expected, from: number): number {
  const place = events.findIndex((event, index) => index >= from && matches(event, expected));
  if (place < 0) {
    const nearest = events.find((event, index) => index >= from && event.type === expected.type);
    assert.partialDeepStrictEqual(nearest ?? events.slice(from).map(typeOf), expected);
  }
  return place;
}

function matches(event: Message, expected: Expected): boolean {
  try {
    assert.partialDeepStrictEqual(event, expected);
    return true;
  } catch {
    return false;
  }
}
