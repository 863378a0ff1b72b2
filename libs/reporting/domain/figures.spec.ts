import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '#kernel';
import { cn } from '#testing';
import { TERM_STANDINGS, type Counted, type CountedCase, type CountedTerms, type Spell } from './counted.js';
import { figuresOf } from './figures.js';
import { changesBetween, linesOf } from './lines.js';
import { percentile } from './tally.js';

const caseOf = (receivedAt: Instant, more: Partial<CountedCase> = {}): CountedCase => ({
  receivedAt,
  channel: 'phone',
  respondent: 'hotel',
  claims: [],
  fromOffice: false,
  repeated: false,
  undecided: [{ from: receivedAt }],
  work: [{ from: receivedAt }],
  decisions: [],
  outcomes: [],
  recusals: [],
  satisfaction: [],
  ...more,
});
const figures = (cases: CountedCase[], terms: CountedTerms[] = []) => figuresOf({ cases, terms }, '2026Q3');
const decided = (at: Instant, outcome: string, more: object = {}) => ({
  ...{ at, outcome, grounds: [], scope: [] },
  ...more,
});

describe('figures of a quarter', () => {
  it('G59: what was received counts by its day in China: the first moment in, the last out', () => {
    const at = ['2026-06-30T15:59:59.999Z', '2026-06-30T16:00:00.000Z', '2026-09-30T15:59:59.999Z'];
    const { received } = figures([...at, '2026-09-30T16:00:00.000Z'].map((moment) => caseOf(moment)));
    expect(received).toMatchObject({ total: 2, byChannel: [{ code: 'phone', count: 2 }] });
  });

  it('H21: volume by channel, kind of operator and claim; what came again, and what another office sent', () => {
    const day = cn('2026-08-03');
    const { received } = figures([
      caseOf(day, { claims: ['refund', 'shopping'], repeated: true }),
      caseOf(day, { channel: 'online', respondent: null, claims: ['refund'], fromOffice: true }),
    ]);
    expect(received).toEqual({
      ...{ total: 2, fromOtherOffices: 1, repeated: 1 },
      byChannel: [
        { code: 'online', count: 1 },
        { code: 'phone', count: 1 },
      ],
      byRespondent: [
        { code: 'hotel', count: 1 },
        { code: 'unknown', count: 1 },
      ],
      byClaim: [
        { code: 'refund', count: 2 },
        { code: 'shopping', count: 1 },
      ],
    });
  });

  it('G59: decisions by outcome and ground, in the quarter in which they were made', () => {
    const { decisions, undecided } = figures([
      caseOf(cn('2026-06-29'), {
        undecided: [{ from: cn('2026-06-29'), to: cn('2026-07-01'), as: 'rejected' }],
        decisions: [decided(cn('2026-07-01'), 'reject', { grounds: ['R3', 'R4'], scope: ['S1'] })],
      }),
      caseOf(cn('2026-09-29'), {
        undecided: [{ from: cn('2026-09-29'), to: cn('2026-10-09'), as: 'accepted' }],
        decisions: [decided(cn('2026-10-09'), 'accept', { scope: ['S1'] })],
      }),
    ]);
    expect(decisions).toEqual({
      total: 1,
      byOutcome: [{ code: 'reject', count: 1 }],
      rejectedOn: [
        { code: 'R3', count: 1 },
        { code: 'R4', count: 1 },
      ],
      acceptedFor: [],
    });
    const leftAs = [{ code: 'rejected', count: 1 }];
    expect(undecided).toEqual({ before: 1, entered: 1, left: 1, after: 1, leftAs });
  });

  it('G39: efficient: days from the receipt to the outcome, at the middle and at nine tenths of them', () => {
    const since = cn('2026-07-01');
    const after = (days: number, as = 'agreed') => ({
      outcomes: [{ at: new Date(Date.parse(since) + days * 86_400_000).toISOString(), since, as }],
    });
    const many = [1, 2, 3, 4, 5, 6, 7, 8, 9, 60].map((days) => caseOf(since, after(days)));
    const { outcomes } = figures([...many, caseOf(since, after(0, 'withdrawn'))]);
    expect(outcomes.byOutcome).toEqual([
      { code: 'agreed', count: 10, medianDays: 5, ninetiethDays: 9 },
      { code: 'withdrawn', count: 1, medianDays: 0, ninetiethDays: 0 },
    ]);
    expect(outcomes.all).toEqual({ code: 'all', count: 11, medianDays: 5, ninetiethDays: 9 });
    expect(percentile([], 50)).toBeNull();
  });

  it('G39: no bias: the same outcomes by kind of operator and by channel, and who was asked to stand aside', () => {
    const since = cn('2026-07-01');
    const ended = (respondent: string, channel: string, as: string) =>
      caseOf(since, { respondent, channel, outcomes: [{ at: cn('2026-07-20'), since, as }] });
    const { outcomes, recusals } = figures([
      ended('hotel', 'phone', 'agreed'),
      ended('hotel', 'letter', 'terminated'),
      caseOf(since, {
        recusals: [
          { requestedAt: since, decidedAt: cn('2026-07-03'), granted: true },
          { requestedAt: since, decidedAt: cn('2026-07-03'), granted: false },
          { requestedAt: cn('2026-09-30'), decidedAt: cn('2026-10-09'), granted: true },
        ],
      }),
    ]);
    const both = [
      { code: 'agreed', count: 1 },
      { code: 'terminated', count: 1 },
    ];
    expect(outcomes.byRespondent).toEqual([{ code: 'hotel', count: 2, of: both }]);
    expect(outcomes.byChannel.map(({ code, count }) => [code, count])).toEqual([
      ['letter', 1],
      ['phone', 1],
    ]);
    expect(recusals).toEqual({ requested: 3, granted: 1, refused: 1 });
  });

  it('G39, H21: no delaying: terms of one code by their standing, those of law and of the office apart', () => {
    const term = (standing: CountedTerms['standing'], count: number, basis = 'statutory') => ({
      ...{ code: 'DL-ACCEPT', basis, standing, count },
      unverified: basis === 'statutory',
    });
    const { terms } = figures(
      [],
      [term('met', 7), term('late', 2), term('missed', 1), term('met', 3, 'internal')],
    );
    const none = { running: 0, cancelled: 0 };
    expect(terms).toEqual([
      { code: 'DL-ACCEPT', basis: 'internal', due: 3, met: 3, late: 0, missed: 0, ...none, unverified: 0 },
      { code: 'DL-ACCEPT', basis: 'statutory', due: 10, met: 7, late: 2, missed: 1, ...none, unverified: 10 },
    ]);
  });

  it('H21: satisfaction, as it was said in the quarter', () => {
    const { satisfaction } = figures([
      caseOf(cn('2026-05-01'), {
        satisfaction: [
          { at: cn('2026-06-30'), said: 'dissatisfied' },
          { at: cn('2026-07-02'), said: 'satisfied' },
        ],
      }),
    ]);
    expect(satisfaction).toEqual([{ code: 'satisfied', count: 1 }]);
  });
});

const moment = fc
  .integer({ min: Date.parse(cn('2026-05-01')), max: Date.parse(cn('2026-12-01')) })
  .map((ms) => new Date(ms).toISOString());
const spell: fc.Arbitrary<Spell> = fc.record(
  { from: moment, to: moment, as: fc.constantFrom('closed', 'handed-over') },
  { requiredKeys: ['from'] },
);
const someCase = fc
  .tuple(
    moment,
    fc.array(spell),
    fc.array(spell),
    fc.constantFrom('phone', 'visit'),
    fc.constantFrom(null, 'hotel', 'shop'),
    fc.array(fc.record({ at: moment, since: moment, as: fc.constantFrom('agreed', 'settled') })),
    fc.array(moment),
  )
  .map(([receivedAt, undecided, work, channel, respondent, outcomes, decisions]) =>
    caseOf(receivedAt, {
      ...{ undecided, work, channel, respondent, outcomes },
      decisions: decisions.map((at) => decided(at, 'accept')),
    }),
  );
const someTerms = fc.record({
  code: fc.constantFrom('DL-ACCEPT', 'DL-REPLY'),
  basis: fc.constantFrom('statutory', 'internal'),
  standing: fc.constantFrom(...TERM_STANDINGS),
  unverified: fc.boolean(),
  count: fc.integer({ min: 1, max: 9 }),
});
const sum = (list: readonly { readonly count: number }[]) => list.reduce((all, { count }) => all + count, 0);
const everything: fc.Arbitrary<Counted & { cases: CountedCase[]; terms: CountedTerms[] }> = fc.record({
  cases: fc.array(someCase),
  terms: fc.array(someTerms),
});

describe('whatever there is to count', () => {
  it('G59: the figures add up: stock and flow, every breakdown, every cross table', () => {
    fc.assert(
      fc.property(everything, ({ cases, terms }) => {
        const { received, undecided, decisions, work, outcomes, terms: due } = figures(cases, terms);
        for (const { before, entered, left, after, leftAs } of [undecided, work]) {
          expect(before + entered).toBe(left + after);
          expect(sum(leftAs)).toBe(left);
        }
        expect([sum(received.byChannel), sum(received.byRespondent)]).toEqual([
          received.total,
          received.total,
        ]);
        expect(sum(decisions.byOutcome)).toBe(decisions.total);
        const { count } = outcomes.all;
        for (const table of [outcomes.byOutcome, outcomes.byRespondent, outcomes.byChannel])
          expect(sum(table)).toBe(count);
        for (const one of [...outcomes.byRespondent, ...outcomes.byChannel])
          expect(sum(one.of)).toBe(one.count);
        for (const { due: all, met, late, missed, running, cancelled } of due)
          expect(met + late + missed + running + cancelled).toBe(all);
        expect(due.reduce((all, one) => all + one.due, 0)).toBe(sum(terms));
      }),
    );
  });

  it('G59: what one quarter ends with, the next begins with', () => {
    fc.assert(
      fc.property(everything, ({ cases }) => {
        const [third, fourth] = ['2026Q3', '2026Q4'].map((quarter) =>
          figuresOf({ cases, terms: [] }, quarter),
        );
        expect(fourth?.work.before).toBe(third?.work.after);
        expect(fourth?.undecided.before).toBe(third?.undecided.after);
      }),
    );
  });

  it('G59: the same facts give the same figures in whatever order they come, also as they are stored', () => {
    fc.assert(
      fc.property(everything, ({ cases, terms }) => {
        const there = figures(cases, terms);
        expect(figures(cases.toReversed(), terms.toReversed())).toEqual(there);
        const stored = JSON.parse(JSON.stringify(there)) as typeof there;
        expect(changesBetween(there, stored)).toEqual([]);
        const places = linesOf(there).map(({ chapter, item, detail }) => `${chapter}/${item}/${detail}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
