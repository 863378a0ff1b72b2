import { dayInChina, isRefusal, type Day, type Instant, type Sealed } from '#kernel';
import { chinaCalendar } from '#calendar';
import { rulebookById, statutoryRulebookFor, type Rulebook } from '#rulebook';
import type { CommandOf, ComplaintCommand } from './commands.js';
import type { Actor, Context } from './context.js';
import { complaintDecider } from './decider.js';
import type { DocumentKind, Service } from './documents.js';
import type { ComplaintEvent } from './events.js';
import type { Complaint, Clock, RegisteredComplaint } from './state.js';
import type { ComplaintRefusal } from './refusals.js';

/** Texts of a complaint, sealed under nobody's key: enough for rules that never look inside. */
export function sealedFor(field: string, subject = 'subject-1'): Sealed {
  return { $sealed: 1, subject, field, iv: 'iv', text: `sealed ${field}`, commitment: `commitment ${field}` };
}

/** A moment in China: `2025-09-26` means 10:00 on that day. */
export function cn(text: string): Instant {
  const [day, time = '10:00'] = text.split(' ');
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}

export const PEOPLE = ['registrar', 'officer', 'colleague', 'head', 'leader', 'deputy'] as const;
export type Person = (typeof PEOPLE)[number] | 'system';

export function actor(id: Person): Actor {
  return { id, roles: [id], office: 'office-1' };
}

/** What a decision looks at, on the calendar as it was known at that moment. */
export function contextAt(
  now: Instant,
  by: Person,
  rulebook: (id: string) => Rulebook = rulebookById,
): Context {
  return { now, actor: actor(by), calendar: chinaCalendar({ knownOn: dayInChina(now) }), rulebook };
}

type Registering = CommandOf<'RegisterComplaint'>['data'];

/** A complete complaint against a travel agency, received at that moment. */
export function complaintOf(receivedAt: Instant, change: Partial<Registering> = {}): Registering {
  return {
    complaintId: 'c-1',
    number: '云旅诉〔2025〕1号',
    office: 'office-1',
    channel: 'letter',
    receivedAt,
    complainants: [
      {
        subject: 'subject-1',
        name: sealedFor('complainant.name'),
        sex: sealedFor('complainant.sex'),
        nationality: sealedFor('complainant.nationality'),
        address: sealedFor('complainant.address'),
        postcode: sealedFor('complainant.postcode'),
        phone: sealedFor('complainant.phone'),
      },
    ],
    representatives: [],
    respondent: { name: '云海青山国际旅行社有限公司', kind: 'travel-agency', place: '云海市古城区' },
    facts: sealedFor('complaint.facts'),
    claims: [
      { kind: 'lodging-below-grade', details: { contractedFen: 48_000, actualFen: 26_000, units: 4 } },
    ],
    evidence: [sealedFor('complaint.evidence')],
    rulebooks: { internal: 'RB-MANUAL', statutory: statutoryRulebookFor(dayInChina(receivedAt)).id },
    ...change,
  };
}

/** A review that finds everything in order: ours, in scope, complete, in time. */
export function reviewOf(
  startedOn: Day,
  change: Partial<CommandOf<'CompleteReview'>['data']> = {},
): CommandOf<'CompleteReview'>['data'] {
  return {
    jurisdiction: 'own-level',
    scope: ['S1'],
    unmetConditions: [],
    limitation: [{ claim: 0, class: 'other', startedOn }],
    recommendation: 'accept',
    opinion: sealedFor('review.opinion'),
    ...change,
  };
}

export function serviceAt(servedAt: Instant, change: Partial<Service> = {}): Service {
  return {
    method: 'direct',
    servedAt,
    recipient: sealedFor('service.recipient'),
    relation: 'addressee',
    server: 'officer',
    receipt: `receipt ${servedAt}`,
    ...change,
  };
}

export const FULL_REPLY: CommandOf<'RecordReply'>['data']['parts'] = {
  'verification-process': sealedFor('reply.verification-process'),
  'facts-and-evidence': sealedFor('reply.facts-and-evidence'),
  liability: sealedFor('reply.liability'),
  'proposed-handling': sealedFor('reply.proposed-handling'),
};

/** A case played through the decider: people act, clocks ring, and every step must be allowed. */
export class Journey {
  readonly events: ComplaintEvent[] = [];
  private reached: Complaint = complaintDecider.initial;

  constructor(private readonly rulebook: (id: string) => Rulebook = rulebookById) {}

  /** The case as it stands. */
  get state(): RegisteredComplaint {
    if (this.reached.phase === 'unregistered') throw new Error('not registered yet');
    return this.reached;
  }

  /** Asks without doing it. */
  asks(by: Person, at: string, command: ComplaintCommand): readonly ComplaintEvent[] | ComplaintRefusal {
    return complaintDecider.decide(command, this.reached, contextAt(cn(at), by, this.rulebook));
  }

  /** Does it and goes on. @throws when it is refused */
  does(by: Person, at: string, command: ComplaintCommand): this {
    const answer = this.asks(by, at, command);
    if (isRefusal(answer)) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    this.happened(...answer);
    return this;
  }

  happened(...events: readonly ComplaintEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.reached = complaintDecider.evolve(this.reached, event);
    }
  }

  clock(name: string): Clock {
    const found = this.state.clocks.find(({ clock }) => clock === name);
    if (!found) throw new Error(`no clock ${name} among ${this.state.clocks.map((c) => c.clock).join(', ')}`);
    return found;
  }

  /** The last due day of each clock that was ever started. */
  get dueDays(): Readonly<Record<string, Day>> {
    return Object.fromEntries(this.state.clocks.map(({ clock, dueOn }) => [clock, dueOn]));
  }

  /** Every event of one type. */
  all<Type extends ComplaintEvent['type']>(type: Type): Extract<ComplaintEvent, { readonly type: Type }>[] {
    return this.events.filter((event) => event.type === type) as Extract<
      ComplaintEvent,
      { readonly type: Type }
    >[];
  }

  ring(clock: string, rung: string, at: string, revision = this.clock(clock).revision): this {
    return this.does('system', at, { type: 'RingClock', data: { clock, rung, revision } });
  }

  /** Rings, in their order, everything that has come due by then. */
  ringsUntil(at: string): this {
    const rings = this.state.clocks
      .flatMap((clock) => clock.rings.map((ring) => ({ clock: clock.clock, ...ring })))
      .filter((ring) => ring.at <= cn(at))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    for (const { clock, rung } of rings) this.ring(clock, rung, at);
    return this;
  }

  registered(receivedAt: string, change: Partial<Registering> = {}, registeredAt = receivedAt): this {
    return this.does('registrar', registeredAt, {
      type: 'RegisterComplaint',
      data: complaintOf(cn(receivedAt), change),
    });
  }

  underReview(at: string, by: Person = 'registrar'): this {
    return this.does(by, at, { type: 'BeginReview', data: {} });
  }

  /** Reviewed by the registrar. @param startedOn the day from which limitation runs */
  reviewed(
    at: string,
    change: Partial<CommandOf<'CompleteReview'>['data']> = {},
    startedOn = dayInChina(this.state.registration.receivedAt),
  ): this {
    if (this.state.reviewer === undefined) this.underReview(at);
    return this.does('registrar', at, { type: 'CompleteReview', data: reviewOf(startedOn, change) });
  }

  decided(at: string, data: CommandOf<'DecideAcceptance'>['data']): this {
    return this.does('leader', at, { type: 'DecideAcceptance', data });
  }

  withHandlers(at: string, ...handlers: Person[]): this {
    return this.does('head', at, { type: 'AssignHandlers', data: { handlers } });
  }

  /** Accepted, handed to the officer, filed on his report. */
  filed(at: string): this {
    this.decided(at, { outcome: 'accept' }).withHandlers(at, 'officer');
    this.does('officer', at, { type: 'RequestFiling', data: { report: sealedFor('filing.report') } });
    return this.does('leader', at, { type: 'ApproveFiling', data: {} });
  }

  drafted(kind: DocumentKind, at: string, documentId: string = kind, by: Person = this.hand): this {
    return this.does(by, at, { type: 'DraftDocument', data: { documentId, kind } });
  }

  issued(kind: DocumentKind, at: string, documentId: string = kind): this {
    this.drafted(kind, at, documentId);
    return this.does('head', at, {
      type: 'IssueDocument',
      data: { documentId, number: `${documentId} 1号` },
    });
  }

  /** Recorded on the day of the service unless said otherwise. */
  served(documentId: string, servedAt: string, change: Partial<Service> = {}, recordedAt = servedAt): this {
    return this.does(this.hand, recordedAt, {
      type: 'RecordService',
      data: { documentId, service: serviceAt(cn(servedAt), change) },
    });
  }

  sent(documentId: string, at: string, method: Service['method'] = 'mail'): this {
    return this.does(this.hand, at, { type: 'SendDocument', data: { documentId, method } });
  }

  replied(at: string, parts = FULL_REPLY, recordedAt = at): this {
    return this.does('officer', recordedAt, {
      type: 'RecordReply',
      data: { receivedAt: cn(at), parts, evidence: [] },
    });
  }

  /** Accepted, filed and issued notices to both, the complainant served. Received, reviewed, decided as said. */
  static notified(received: string, reviewed: string, decided: string): Journey {
    const journey = new Journey().registered(received).reviewed(reviewed).filed(decided);
    return journey.issued('D04', decided).issued('D05', decided).served('D04', decided);
  }

  private get hand(): Person {
    const { state } = this;
    return 'handlers' in state ? (state.handlers[0] as Person) : ((state.reviewer ?? 'registrar') as Person);
  }
}
