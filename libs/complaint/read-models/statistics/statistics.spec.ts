import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProjectedEvent } from '#platform/projections';
import { beginningOf } from '../../domain/fixture/beginnings.js';
import { cn, Journey, sealedFor } from '../../domain/fixture/complaint.js';
import { correct } from '../../domain/fixture/correcting.js';
import { ENDED_AS } from '../../domain/fixture/ends.js';
import {
  approveClosing,
  reopen,
  requestClosing,
  returnClosing,
  withdraw,
} from '../../domain/fixture/endings.js';
import { play } from '../../domain/fixture/playing.js';
import { randomJourney } from '../../domain/fixture/random-journey.js';
import { ENDINGS, type ComplaintEvent } from '../../domain/index.js';
import { isOver, lastOf, type CaseFacts } from './case-facts.js';
import { statisticsProjection, type StatisticsRow, type TermFacts } from './statistics.projection.js';

/** The rows of a case whose events happened at these moments. */
class Rows {
  readonly rows = new Map<string, StatisticsRow>();
  private revision = 0;

  happened(events: readonly ComplaintEvent[], at: string): this {
    for (const event of events) {
      const meta = { happenedAt: at, recordedAt: at };
      const projected = { ...event, stream: 'complaint-c-1', revision: this.revision++, meta };
      for (const key of statisticsProjection.touches(projected as unknown as ProjectedEvent)) {
        const row = statisticsProjection.fold(
          this.rows.get(key) ?? null,
          key,
          projected as unknown as ProjectedEvent,
        );
        if (row) this.rows.set(key, row);
      }
    }
    return this;
  }

  get facts(): CaseFacts {
    return this.rows.get('c-1')?.facts as CaseFacts;
  }

  terms(code: string): [string, TermFacts['standing']][] {
    return [...this.rows.values()].flatMap((row) =>
      row.kind === 'term' && row.facts.code === code ? [[row.facts.basis, row.facts.standing]] : [],
    );
  }
}

/** Goes on with a case day by day: what each step brings happened on its day. */
function following(journey: Journey) {
  const rows = new Rows();
  let seen = 0;
  const follow = (day: string) => {
    rows.happened(journey.events.slice(seen), cn(day));
    seen = journey.events.length;
    return rows;
  };
  return follow;
}

describe('what statistics keep of a case', () => {
  it('H21, G59: from the receipt on it is work and waits for its decision; then for its end', () => {
    const journey = new Journey().registered('2025-04-15');
    const follow = following(journey);
    const receivedAt = cn('2025-04-15');
    expect(follow('2025-04-15').facts).toMatchObject({
      ...{ receivedAt, channel: 'letter', respondent: 'travel-agency', claims: ['lodging-below-grade'] },
      ...{ undecided: [{ from: receivedAt }], work: [{ from: receivedAt }], decisions: [], outcomes: [] },
    });
    journey.reviewed('2025-04-16').filed('2025-04-17');
    expect(follow('2025-04-17').facts).toMatchObject({
      undecided: [{ from: receivedAt, to: cn('2025-04-17'), as: 'accepted' }],
      work: [{ from: receivedAt }],
      decisions: [{ at: cn('2025-04-17'), outcome: 'accept', grounds: [], scope: ['S1'] }],
    });
    expect(isOver(follow('2025-04-17').facts)).toBe(false);
  });

  it('G59: how it came out stays through closing and return; it is work until it is closed', () => {
    const journey = ENDED_AS.withdrawn('2025-04-15');
    const follow = following(journey);
    const outcome = { at: cn('2025-04-15'), since: cn('2025-04-15'), as: 'withdrawn' };
    expect(follow('2025-04-15').facts.outcomes).toEqual([outcome]);
    journey.does('officer', '2025-04-23', requestClosing()).does('leader', '2025-04-24', returnClosing());
    expect(follow('2025-04-24').facts).toMatchObject({
      outcomes: [outcome],
      work: [{ from: outcome.since }],
    });
    journey.does('officer', '2025-04-24', requestClosing()).does('leader', '2025-04-25', approveClosing());
    const { facts } = follow('2025-04-25');
    expect(facts.work).toEqual([{ from: outcome.since, to: cn('2025-04-25'), as: 'closed' }]);
    expect([isOver(facts), lastOf(facts)]).toEqual([true, cn('2025-04-25')]);
    journey.does('leader', '2025-05-06', reopen());
    expect(follow('2025-05-06').facts).toMatchObject({
      outcomes: [outcome],
      work: [{ as: 'closed' }, { from: cn('2025-05-06') }],
    });
  });

  it.each(ENDINGS.filter((ending) => ending !== 'handed-over'))(
    'G59: a case that ended as %s has that outcome, once',
    (ending) => {
      const { facts } = following(ENDED_AS[ending]('2025-04-15'))('2025-04-15');
      expect(facts.outcomes.map(({ as }) => as)).toEqual([ending]);
    },
  );

  it('G59: a case that goes on elsewhere left, and came to no outcome here', () => {
    const { facts } = following(ENDED_AS['handed-over']('2025-04-15'))('2025-04-15');
    expect([facts.outcomes, facts.work.map(({ as }) => as)]).toEqual([[], ['handed-over']]);
  });

  it('G39: terms that were kept, missed and made good late, under the law and under the office’s own rules', () => {
    const journey = Journey.notified('2025-04-15', '2025-04-16', '2025-04-17').served('D05', '2025-04-18');
    const follow = following(journey);
    expect(follow('2025-04-18').terms('DL-ACCEPT')).toEqual([['statutory', 'met']]);
    expect(
      follow('2025-04-18')
        .terms('DL-REPLY')
        .map(([, standing]) => standing),
    ).toContain('running');
    journey.ringsUntil('2025-05-10');
    expect(
      new Set(
        follow('2025-05-10')
          .terms('DL-REPLY')
          .map(([, one]) => one),
      ),
    ).toEqual(new Set(['missed']));
    journey.replied('2025-05-11');
    expect(
      new Set(
        follow('2025-05-11')
          .terms('DL-REPLY')
          .map(([, one]) => one),
      ),
    ).toEqual(new Set(['late']));
  });

  it('G39, G62: who was asked to stand aside, and what was decided', () => {
    const journey = Journey.accepted('2025-04-15');
    journey.does('head', '2025-04-16', {
      type: 'RequestRecusal',
      data: {
        ...{
          recusalId: 'r-1',
          person: 'officer',
          ground: 'interest-in-the-matter',
          applicant: 'complainant',
        },
        reason: sealedFor('recusal.reason'),
      },
    });
    journey.does('leader', '2025-04-17', {
      type: 'DecideRecusal',
      data: { recusalId: 'r-1', granted: true, reason: sealedFor('recusal.decision') },
    });
    const [recusal] = following(journey)('2025-04-17').facts.recusals;
    expect(recusal).toEqual({
      ...{ recusalId: 'r-1', requestedAt: cn('2025-04-16'), decidedAt: cn('2025-04-17'), granted: true },
    });
  });

  it('G59, H17: a receipt that was recorded wrongly and put right counts from the right day, with all that runs from it', () => {
    const journey = Journey.accepted('2025-04-15').does('officer', '2025-04-16', withdraw());
    const follow = following(journey);
    follow('2025-04-16');
    correct(journey, '2025-04-17', 'ComplaintRegistered', { receivedAt: cn('2025-03-31'), channel: 'phone' });
    const right = cn('2025-03-31');
    const { facts } = follow('2025-04-17');
    expect(facts).toMatchObject({
      ...{ receivedAt: right, channel: 'phone', outcomes: [{ since: right, as: 'withdrawn' }] },
      work: [{ from: right }],
      undecided: [{ from: right, as: 'accepted' }],
    });
  });

  it('G59, H17: with the service of a rejection, corrected, moves the end of the case', () => {
    const journey = ENDED_AS['rejection-served']('2025-04-15');
    const follow = following(journey);
    follow('2025-04-15');
    correct(journey, '2025-04-20', 'DocumentServed', { servedAt: cn('2025-04-18') });
    const { facts } = follow('2025-04-20');
    const at = cn('2025-04-18');
    expect(facts).toMatchObject({ outcomes: [{ at }], work: [{ to: at, as: 'rejection-served' }] });
  });

  it('H21: a complaint that is linked to an earlier one as the same is a repeated one, until it is not', () => {
    const journey = new Journey().registered('2025-04-15');
    const link = (type: 'ComplaintLinked' | 'ComplaintUnlinked', kind = 'duplicate') =>
      [{ type, data: { linkId: `l-${kind}`, kind } }] as unknown as ComplaintEvent[];
    const rows = following(journey)('2025-04-15').happened(
      link('ComplaintLinked', 'same-matter'),
      cn('2025-04-16'),
    );
    expect(rows.facts.repeated).toBe(false);
    expect(rows.happened(link('ComplaintLinked'), cn('2025-04-16')).facts.repeated).toBe(true);
    expect(rows.happened(link('ComplaintUnlinked'), cn('2025-04-17')).facts.repeated).toBe(false);
  });

  it('H21: nothing of it says who complained, of whom, or who had it in hand', () => {
    const journey = ENDED_AS.agreed('2025-04-15');
    const { facts } = following(journey)('2025-04-15');
    const told = JSON.stringify(facts);
    for (const word of ['subject', 'sealed', '旅行社', 'officer', 'leader', '云旅诉'])
      expect(told).not.toContain(word);
  });
});

describe('random cases: whoever asks whatever, at any time', () => {
  it('G59: every case is counted: stretches alternate, end in order, and agree with where the case stands', () => {
    fc.assert(
      fc.property(randomJourney(45), (journey) => {
        const { events } = beginningOf(journey.before, journey.begins);
        const rows = new Rows().happened(events, journey.begins);
        play(journey, (step) => {
          rows.happened(step.events, step.now);
          if (step.after.phase === 'unregistered' || !rows.facts) return;
          const { undecided, work, outcomes } = rows.facts;
          for (const stretches of [undecided, work])
            expect(stretches.slice(0, -1).every(({ to }) => to !== undefined)).toBe(true);
          const waits = ['registered', 'under-review', 'awaiting-supplement', 'awaiting-approval'];
          const decides = [...waits, 'awaiting-designation'].includes(step.after.phase);
          expect([step.after.phase, undecided.at(-1)?.to === undefined]).toEqual([step.after.phase, decides]);
          expect(new Set(outcomes.map(({ since }) => since)).size).toBe(outcomes.length);
          if (outcomes.some(({ as }) => as === step.after.phase))
            expect(outcomes.at(-1)?.as).toBe(step.after.phase);
        });
      }),
      { numRuns: 60 },
    );
  });
});
