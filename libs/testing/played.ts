import {
  fold,
  isRefusal,
  type Decider,
  type Instant,
  type Message,
  type Refusal,
  type Sealed,
} from '#kernel';

/** A text as it stands in events, sealed under nobody's key: enough for rules that never look inside. */
export function sealedFor(field: string, subject = 'subject-1'): Sealed {
  return { $sealed: 1, subject, field, iv: 'iv', text: `sealed ${field}`, commitment: `commitment ${field}` };
}

/** A moment in China: `2025-09-26` means 10:00 on that day. */
export function cn(text: string): Instant {
  const [day, time = '10:00'] = text.split(' ');
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}

/** Something played through its decider: people act, and every step must be allowed. */
export abstract class Played<Command extends Message, Event extends Message, State, Context, Person> {
  readonly events: Event[] = [];
  protected reached: State;

  constructor(private readonly decider: Decider<Command, Event, State, Context>) {
    this.reached = decider.initial;
  }

  /** What a decision of that person at that moment looks at. */
  protected abstract contextOf(now: Instant, by: Person): Context;

  /** Asks without doing it. */
  asks(by: Person, at: string, command: Command): readonly Event[] | Refusal {
    return this.decider.decide(command, this.reached, this.contextOf(cn(at), by));
  }

  /** Does it and goes on. @throws when it is refused */
  does(by: Person, at: string, command: Command): this {
    const answer = this.asks(by, at, command);
    if (isRefusal(answer)) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    this.happened(...answer);
    return this;
  }

  happened(...events: readonly Event[]): void {
    this.events.push(...events);
    this.reached = fold(this.decider, events, this.reached);
  }

  /** Every event of one type. */
  all<Type extends Event['type']>(type: Type): Extract<Event, { readonly type: Type }>[] {
    return this.events.filter((event) => event.type === type) as Extract<Event, { readonly type: Type }>[];
  }
}
