import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { SHIPPED } from '#rulebook';
import { cn, presentOf, specify, storedHistories } from '#testing';
import { publicationBasis } from './basis.js';
import type { CountedCase } from './counted.js';
import { reportDecider } from './decider.js';
import { REPORT_EVENTS, type ReportEvent } from './events.js';
import { figuresOf } from './figures.js';

const received = (count: number): CountedCase[] =>
  Array.from({ length: count }, (_, index) => {
    const receivedAt = cn(`2025-08-${String(index + 10)}`);
    return {
      ...{
        receivedAt,
        channel: 'phone',
        respondent: 'hotel',
        claims: [],
        fromOffice: false,
        repeated: false,
      },
      ...{ undecided: [], work: [], decisions: [], outcomes: [], recusals: [], satisfaction: [] },
    };
  });
const quarter = '2025Q3';
const figuresFor = (count: number) => figuresOf({ cases: received(count), terms: [] }, quarter);

const basis = publicationBasis(SHIPPED.all, quarter);
const reports = specify(reportDecider, { now: cn('2025-10-09'), actor: 'head', basis });
const drafting = (count: number, because?: 'recorded-late') =>
  ({
    type: 'DraftReport',
    data: { office: 'yunhai', quarter, figures: figuresFor(count), countedTo: '117', because },
  }) as const;
const publishing = (count: number) =>
  ({ type: 'PublishReport', data: { figures: figuresFor(count) } }) as const;

const drafted = (count: number, version = 1, because?: 'recorded-late') =>
  ({
    type: 'QuarterlyReportDrafted',
    data: {
      ...{ office: 'yunhai', quarter, version, figures: figuresFor(count), countedTo: '117', textVersion: 1 },
      ...(because ? { because } : {}),
      ...{ draftedBy: 'head', draftedAt: cn('2025-10-09') },
    },
  }) as const satisfies ReportEvent;
const published = (count: number, version = 1) =>
  ({
    type: 'QuarterlyReportPublished',
    data: {
      ...drafted(count, version).data,
      ...{ basis: basis!, approvedBy: 'leader', publishedAt: cn('2025-10-10') },
    },
  }) as const satisfies ReportEvent;
const LEADER = { actor: 'leader', now: cn('2025-10-10') };

describe('the publication of a quarter', () => {
  it('G59: is drafted with its figures and up to where they were counted, and published by another', () => {
    reports.given().when(drafting(3)).then(drafted(3));
    const answer = reports.given(drafted(3)).when(publishing(3), LEADER).then(published(3));
    expect(answer.state).toMatchObject({ draft: null, published: [{ version: 1, approvedBy: 'leader' }] });
    expect(basis).toMatchObject({ duty: 'required', rulebook: 'RB-2010', verification: 'unverified' });
  });

  it('G59: who drafted it does not approve it, whatever roles he has', () => {
    reports.given(drafted(3)).when(publishing(3)).thenRefused('report-approved-by-author', { version: 1 });
  });

  it('G59: not before the quarter is over, to the moment', () => {
    const last = { now: '2025-09-30T15:59:59.999Z' };
    reports.given().when(drafting(3), last).thenRefused('quarter-not-over', { lastDay: '2025-09-30' });
    reports.given().when(drafting(3), { now: '2025-09-30T16:00:00.000Z' }).then({
      type: 'QuarterlyReportDrafted',
    });
  });

  it('G59: where the law asks for it; where that is not known an office may, and it shows; otherwise not', () => {
    const under = (law: string) => publicationBasis(SHIPPED.all, law);
    expect(under('2026Q2')).toEqual({
      ...{ duty: 'not-known', rulebook: 'RB-2026', rulebookVersion: SHIPPED.byId('RB-2026').version },
      verification: 'unverified',
    });
    expect(under('2026Q1')?.rulebook).toBe('RB-2026');
    expect(under('2025Q4')).toMatchObject({
      duty: 'required',
      article: expect.stringContaining('第二十七条'),
    });
    expect(under('2010Q2')).toBeNull();
    reports.given().when(drafting(3), { basis: null }).thenRefused('publication-not-asked-for');
    reports
      .given(drafted(3))
      .when(publishing(3), { ...LEADER, basis: null })
      .thenRefused('publication-not-asked-for');
  });

  it('G59: the same asked again changes nothing', () => {
    reports
      .given(drafted(3))
      .when(drafting(3), { actor: 'another', now: cn('2025-11-01') })
      .thenNothing();
    reports.given(drafted(3), published(3)).when(publishing(3), LEADER).thenNothing();
  });

  it('G59: figures that have moved since are drafted anew before anybody approves them', () => {
    reports.given(drafted(3)).when(publishing(4), LEADER).thenRefused('report-figures-moved', { moved: 3 });
    reports.given(drafted(3)).when(drafting(4)).then(drafted(4));
    reports.given(drafted(3), drafted(4)).when(publishing(4), LEADER).then(published(4));
    reports.given().when(publishing(3), LEADER).thenRefused('report-no-draft');
  });

  it('G59, H17: what was published is never edited: a later version says why, and the earlier one stays', () => {
    const before = [drafted(3), published(3)];
    reports
      .given(...before)
      .when(drafting(3, 'recorded-late'))
      .thenRefused('report-nothing-to-correct');
    reports
      .given(...before)
      .when(drafting(4))
      .thenRefused('report-cause-missing', { version: 1 });
    reports.given().when(drafting(4, 'recorded-late')).thenRefused('report-cause-of-nothing');
    const again = drafted(4, 2, 'recorded-late');
    reports
      .given(...before)
      .when(drafting(4, 'recorded-late'))
      .then(again);
    const { state } = reports.given(...before, again).when(publishing(4), LEADER);
    expect(
      state.published.map(({ version, figures, because }) => [version, figures.received.total, because]),
    ).toEqual([
      [1, 3, undefined],
      [2, 4, 'recorded-late'],
    ]);
  });
});

describe('events as they were stored', () => {
  const histories = storedHistories(new URL('golden/', import.meta.url));

  it.each(histories.map(({ name, ...history }) => [name, history] as const))(
    'the history "%s" still leads to the same report',
    (_name, { events, leadsTo }) => {
      const state = fold(
        reportDecider,
        events.map((event) => presentOf<ReportEvent>(REPORT_EVENTS, event)),
      );
      expect(JSON.parse(JSON.stringify(state))).toEqual(leadsTo);
    },
  );

  it('there is a sample of every event', () => {
    const kept = new Set(histories.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(Object.keys(REPORT_EVENTS).filter((type) => !kept.has(type))).toEqual([]);
  });
});
