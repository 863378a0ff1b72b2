import { describe, expect, it } from '@jest/globals';
import { SHIPPED, RulebookInvalid, loadRulebook, type Rulebook, type RulebookProblem } from '#rulebook';
import { problemsOf } from './fixture/problems.js';
import manual from './data/RB-MANUAL.json' with { type: 'json' };

type Draft = Record<string, unknown> & { terms: Record<string, unknown>[] };

function problemsAfter(change: (draft: Draft) => void): readonly RulebookProblem[] {
  const draft = structuredClone(manual) as unknown as Draft;
  change(draft);
  return problemsOf(draft);
}

/** Changes the second term, DL-REVIEW: 2 WD, yellow at 1, red at 0. */
const term = (change: Record<string, unknown>) => (draft: Draft) =>
  Object.assign(draft.terms[1] ?? {}, change);
const mediation = (draft: Draft) => draft.terms.filter((t) => t['code'] === 'DL-MEDIATE');

describe('loading a rulebook', () => {
  it('accepts the shipped ones and freezes them', () => {
    expect(SHIPPED.all.map((rulebook) => rulebook.id)).toEqual([
      'RB-MANUAL',
      'RB-1997',
      'RB-2010',
      'RB-2026',
      'OV-SHANDONG',
      'OV-SHANGHAI',
      'OV-LUOYANG',
      'OV-ZHENGZHOU',
      'OV-HOTLINE',
    ]);
    expect(problemsAfter(() => undefined)).toEqual([]);
    const loaded: Rulebook = loadRulebook(manual);
    expect(Object.isFrozen(loaded.terms[0]?.reminders[0])).toBe(true);
    expect(Object.isFrozen(manual.terms[0])).toBe(false);
  });

  it.each<[string, (draft: Draft) => unknown, string, string]>([
    ['an unknown clock', term({ code: 'DL-NAP' }), '/terms/1/code', 'unknown-value'],
    ['an unknown start fact', term({ start: 'full-moon' }), '/terms/1/start', 'unknown-value'],
    ['an unknown stop fact', term({ stop: ['full-moon'] }), '/terms/1/stop/0', 'unknown-value'],
    ['an unknown unit', term({ unit: 'weeks' }), '/terms/1/unit', 'unknown-value'],
    ['an unknown consequence', term({ onMiss: 'shrug' }), '/terms/1/onMiss', 'unknown-value'],
    ['an unknown pause', term({ pauses: ['lunch'] }), '/terms/1/pauses/0', 'unknown-value'],
    ['an unknown verification', term({ verification: 'sure' }), '/terms/1/verification', 'unknown-value'],
    [
      'a mark on an unknown part',
      term({ marks: { colour: 'design' } }),
      '/terms/1/marks/colour',
      'unknown-field',
    ],
    ['an unknown field', term({ 'a/b': 1 }), '/terms/1/a~1b', 'unknown-field'],
    ['an amount of 0', term({ amount: 0, reminders: [] }), '/terms/1/amount', 'not-positive'],
    ['a negative amount', term({ amount: -3, reminders: [] }), '/terms/1/amount', 'not-positive'],
    ['half a day', term({ amount: 2.5 }), '/terms/1/amount', 'not-whole'],
    ['an amount in words', term({ amount: '2' }), '/terms/1/amount', 'not-a-number'],
    ['an endless term', term({ amount: 1e9 }), '/terms/1/amount', 'too-long'],
    ['hours that roll', term({ unit: 'H', roll: true, pauses: [] }), '/terms/1/roll', 'hours-roll'],
    ['hours with pauses', term({ unit: 'H' }), '/terms/1/pauses', 'hours-paused'],
    ['no stop', term({ stop: [] }), '/terms/1/stop', 'empty'],
    ['no article', term({ article: ' ' }), '/terms/1/article', 'empty'],
    ...['due', 'resume', 'a/b', 'a b'].map((rung): [string, (draft: Draft) => unknown, string, string] => [
      `a rung ${rung}`,
      term({ reminders: [{ rung, before: 1 }] }),
      '/terms/1/reminders/0/rung',
      'not-a-rung',
    ]),
    [
      'a rung twice',
      term({
        reminders: [
          { rung: 'red', before: 1 },
          { rung: 'red', before: 0 },
        ],
      }),
      '/terms/1/reminders/1',
      'named-twice',
    ],
    [
      'a cap for a reason that does not stop the clock',
      term({ pauseCaps: [{ reason: 'parties-request', max: 5 }] }),
      '/terms/1/pauseCaps/0/reason',
      'cap-without-pause',
    ],
    [
      'a cap of nothing',
      term({ pauseCaps: [{ reason: 'awaiting-supplement', max: 0 }] }),
      '/terms/1/pauseCaps/0/max',
      'not-positive',
    ],
    [
      'a cap for a reason nobody knows',
      term({ pauseCaps: [{ reason: 'holidays', max: 1 }] }),
      '/terms/1/pauseCaps/0/reason',
      'unknown-value',
    ],
    [
      'a reminder as long as the term',
      term({ reminders: [{ rung: 'red', before: 2 }] }),
      '/terms/1/reminders/0/before',
      'reminder-not-within-term',
    ],
    [
      'a reminder after the end',
      term({ reminders: [{ rung: 'red', before: -1 }] }),
      '/terms/1/reminders/0/before',
      'reminder-not-within-term',
    ],
    [
      'a stop before its start',
      term({ start: 'acceptance-decided:accept' }),
      '/terms/1/stop/0',
      'stop-cannot-follow-start',
    ],
    [
      'an extension of nothing',
      term({ extension: { max: 0, times: 1, by: 'superior-office' } }),
      '/terms/1/extension/max',
      'not-positive',
    ],
    [
      'an extension by nobody we know',
      term({ extension: { max: 1, times: 1, by: 'the mayor' } }),
      '/terms/1/extension/by',
      'unknown-value',
    ],
    [
      'a ruling awaited where mediation ends in a termination',
      (d) => {
        Object.assign(d.terms.find((t) => t['code'] === 'DL-RULE') ?? {}, { stop: ['ruling-issued'] });
        Object.assign(d['procedure'] as object, {
          failedMediation: { value: 'termination', article: 'x', verification: 'design' },
        });
      },
      '/terms/17/stop/0',
      'stop-never-comes',
    ],
    [
      'a stop that no command gives',
      term({ start: 'acceptance-decided:accept', stop: ['replenishment-proved'] }),
      '/terms/1/stop/0',
      'stop-cannot-follow-start',
    ],
    [
      'the follow-up of another call',
      term({ stop: ['followed-up'] }),
      '/terms/1/stop/0',
      'stop-cannot-follow-start',
    ],
    [
      'the service of no published document',
      term({ stop: ['preliminary-review-completed', 'published-document-served'] }),
      '/terms/1/stop/1',
      'stop-cannot-follow-start',
    ],
    [
      'a report to a referrer that need not be there',
      term({ stop: ['reported-to-referrer'] }),
      '/terms/1/stop/0',
      'stop-needs-occasion',
    ],
    [
      'an answer to an urge that need not come',
      term({ stop: ['urge-answered', 'supplement-received'] }),
      '/terms/1/stop/0',
      'stop-needs-occasion',
    ],
    [
      'a ruling that the law may not know',
      term({ stop: ['ruling-issued'] }),
      '/terms/1/stop/0',
      'stop-never-comes',
    ],
    ...(
      [
        'deem-served',
        'return-to-review',
        'note-silence-and-continue',
        'start-mediation',
        'end-mediation',
      ] as const
    ).map((onMiss): [string, (draft: Draft) => unknown, string, string] => [
      `a consequence for another term, ${onMiss}`,
      term({ onMiss }),
      '/terms/1/onMiss',
      'miss-without-effect',
    ]),
    [
      'a silence that is noted before anybody was asked',
      term({ stop: ['respondent-replied'], onMiss: 'note-silence-and-continue' }),
      '/terms/1/onMiss',
      'miss-without-effect',
    ],
    ['a clock twice', (d) => d.terms.push({ ...d.terms[1] }), '/terms/22', 'term-twice'],
    [
      'two classes that overlap',
      (d) => Object.assign(mediation(d)[0] ?? {}, { appliesTo: 'all' }),
      '/terms/16',
      'term-twice',
    ],
    [
      'validity turned round',
      (d) => Object.assign(d, { validFrom: '2026-01-02', validTo: '2026-01-01' }),
      '/validTo',
      'validity-reversed',
    ],
    [
      'a day that does not exist',
      (d) => Object.assign(d, { validFrom: '2026-02-30' }),
      '/validFrom',
      'not-a-day',
    ],
    ['a missing title', (d) => delete d['title'], '/title', 'missing'],
    ['version 0', (d) => Object.assign(d, { version: 0 }), '/version', 'not-positive'],
    [
      'two limits for one class',
      (d) => (d['limitation'] as unknown[]).push((d['limitation'] as unknown[])[0]),
      '/limitation/2',
      'named-twice',
    ],
    [
      'a limit of no days',
      (d) => Object.assign((d['limitation'] as object[])[0] ?? {}, { days: 0 }),
      '/limitation/0/days',
      'not-positive',
    ],
    ['terms that are no list', (d) => Object.assign(d, { terms: {} }), '/terms', 'not-a-list'],
  ])('refuses %s and names the place', (_fault, change, pointer, code) => {
    expect(problemsAfter((draft) => void change(draft))).toEqual(
      expect.arrayContaining([expect.objectContaining({ pointer, code })]),
    );
  });

  it.each<[string, (draft: Draft) => unknown]>([
    [
      'an answer to an urge, or the review',
      term({ stop: ['urge-answered', 'preliminary-review-completed'] }),
    ],
    ['a ruling, once mediation has failed', term({ start: 'mediation-failed', stop: ['ruling-issued'] })],
    [
      'a supplement, once it was asked for',
      term({ start: 'supplement-requested', stop: ['supplement-received'] }),
    ],
  ])('takes %s', (_what, change) => {
    expect(problemsAfter((draft) => void change(draft))).toEqual([]);
  });

  it('takes a ruling from the acceptance on only in the law that provides for it', () => {
    const waiting = (id: string) => {
      const draft = structuredClone(SHIPPED.byId(id)) as unknown as Draft;
      const disposal = draft.terms.find((t) => t['code'] === 'DL-DISPOSE');
      Object.assign(disposal ?? {}, { stop: ['ruling-issued'] });
      return problemsOf(draft).map(({ code }) => code);
    };
    expect(waiting('RB-1997')).toEqual([]);
    for (const id of ['RB-2010', 'RB-2026', 'RB-MANUAL', 'OV-SHANDONG'])
      expect(waiting(id)).toEqual(['stop-never-comes']);
  });

  it.each([null, 'x', 7, [], undefined])('refuses %p outright', (value) => {
    expect(() => loadRulebook(value)).toThrow(RulebookInvalid);
  });

  it('reports every fault at once', () => {
    const faults = problemsAfter((draft) => {
      term({ amount: 'x', unit: 'y' })(draft);
      delete draft['id'];
    });
    expect(faults.map((fault) => fault.pointer).toSorted()).toEqual([
      '/id',
      '/terms/1/amount',
      '/terms/1/unit',
    ]);
  });
});
