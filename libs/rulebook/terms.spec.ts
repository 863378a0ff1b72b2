import { describe, expect, it } from '@jest/globals';
import { chinaCalendar, dueDate, type Pause } from '#calendar';
import {
  SHIPPED,
  certaintyOf,
  dueDatesOf,
  periodOf,
  termsStartedBy,
  type ClockCode,
  type Rulebook,
  type TermRule,
} from '#rulebook';

const manual = SHIPPED.byId('RB-MANUAL');
const law1997 = SHIPPED.byId('RB-1997');
const law2010 = SHIPPED.byId('RB-2010');
const law2026 = SHIPPED.byId('RB-2026');
const calendar = chinaCalendar({ knownOn: '2026-02-01' });

function rule(rulebook: Rulebook, code: ClockCode, caseClass: 'deposit' | 'other' = 'other'): TermRule {
  const found = rulebook.terms.find(
    (t) => t.code === code && (t.appliesTo === 'all' || t.appliesTo === caseClass),
  );
  if (found === undefined) throw new Error(`${rulebook.id} has no ${code}`);
  return found;
}
const length = (rulebook: Rulebook, code: ClockCode, caseClass?: 'deposit' | 'other') => {
  const { amount, unit } = rule(rulebook, code, caseClass);
  return `${String(amount)} ${unit}`;
};
const codes = (rules: readonly TermRule[]) => rules.map((r) => r.code);

describe('the manual (RB-MANUAL)', () => {
  it('G03, G09, A01: review 2 WD, approval 2 WD, service of a rejection 3 WD', () => {
    expect(length(manual, 'DL-REVIEW')).toBe('2 WD');
    expect(length(manual, 'DL-APPROVE')).toBe('2 WD');
    expect(length(manual, 'DL-REJECT-SERVE')).toBe('3 WD');
    expect(rule(manual, 'DL-REJECT-SERVE').start).toBe('acceptance-decided:reject');
    expect(rule(manual, 'DL-REJECT-SERVE').stop).toEqual(['document-served:D06']);
  });

  it('A02: short terms are working days that do not roll, 10, 30 and 90 are calendar days that roll', () => {
    for (const term of manual.terms.filter(({ code }) => code !== 'DL-FOLLOWUP')) {
      expect([term.code, term.unit, term.roll]).toEqual(
        term.amount <= 5 ? [term.code, 'WD', false] : [term.code, 'CD', true],
      );
    }
  });

  it('H10: the follow-up call is due 3 calendar days after the closing, on a rest day too', () => {
    const term = rule(manual, 'DL-FOLLOWUP');
    expect([term.start, term.stop, term.onMiss]).toEqual([
      'case-closed',
      ['followed-up'],
      'escalate-to-section-head',
    ]);
    const friday = '2025-04-18T02:00:00.000Z';
    expect(dueDate(calendar, periodOf(term, { startAt: friday })).dueOn).toBe('2025-04-21');
    expect(dueDate(calendar, periodOf(term, { startAt: '2025-04-16T02:00:00.000Z' })).dueOn).toBe(
      '2025-04-19',
    );
  });

  it('A02: an office may switch the reply to working days by data alone', () => {
    const reply = rule(manual, 'DL-REPLY');
    const startAt = '2025-09-28T02:00:00.000Z';
    const inWorkingDays: TermRule = { ...reply, unit: 'WD', roll: false };
    expect(dueDate(calendar, periodOf(reply, { startAt })).dueOn).toBe('2025-10-09');
    expect(dueDate(calendar, periodOf(inWorkingDays, { startAt })).dueOn).toBe('2025-10-17');
  });

  it('A04, G13: a transfer is served at the latest 5 WD after the decision', () => {
    expect(length(manual, 'DL-TRANSFER')).toBe('5 WD');
    expect(codes(termsStartedBy(manual, 'acceptance-decided:transfer', 'all'))).toEqual(['DL-TRANSFER']);
  });

  it('A05, G28, G35: mediation 30 CD, from acceptance for other cases, from the facts for deposit cases', () => {
    expect(rule(manual, 'DL-MEDIATE', 'other')).toMatchObject({
      start: 'acceptance-decided:accept',
      amount: 30,
    });
    expect(rule(manual, 'DL-MEDIATE', 'deposit')).toMatchObject({ start: 'facts-established', amount: 30 });
  });

  it('G34, A11: deposit cases end in 90 CD, once extendable by 30 by the superior office', () => {
    const dispose = rule(manual, 'DL-DISPOSE', 'deposit');
    expect(dispose).toMatchObject({
      amount: 90,
      unit: 'CD',
      extension: { max: 30, times: 1, by: 'superior-office' },
    });
    const startAt = '2025-04-06T02:00:00.000Z';
    expect(dueDate(calendar, periodOf(dispose, { startAt, extension: 30 })).dueOn).toBe('2025-08-04');
    expect(() => periodOf(dispose, { startAt, extension: 31 })).toThrow(
      expect.objectContaining({ code: 'extension-not-allowed' }),
    );
    expect(() => periodOf(rule(law2010, 'DL-DISPOSE'), { startAt, extension: 1 })).toThrow(
      expect.objectContaining({ code: 'extension-not-allowed' }),
    );
  });

  it('G08: 5 WD to supply what is missing, a design; a miss sends the case back to review', () => {
    expect(rule(manual, 'DL-SUPPLEMENT')).toMatchObject({
      amount: 5,
      unit: 'WD',
      onMiss: 'return-to-review',
      verification: 'design',
    });
  });

  it('G12, A15: a referral is served in 3 WD; its result is due 30 CD after the lower office has it', () => {
    expect(length(manual, 'DL-REFER-SERVE')).toBe('3 WD');
    expect(rule(manual, 'DL-REFER-RESULT')).toMatchObject({
      start: 'document-served:D07',
      onMiss: 'supervise',
    });
  });

  it('G15, G16, A25: both parties are notified in 3 WD, a clock for each', () => {
    expect(codes(termsStartedBy(manual, 'acceptance-decided:accept', 'other'))).toEqual([
      'DL-NOTICE-C',
      'DL-NOTICE-R',
      'DL-MEDIATE',
    ]);
    expect(codes(termsStartedBy(manual, 'acceptance-decided:accept', 'deposit'))).toContain('DL-DISPOSE');
    expect(codes(termsStartedBy(manual, 'acceptance-decided:accept', 'all'))).toEqual([
      'DL-NOTICE-C',
      'DL-NOTICE-R',
    ]);
  });

  it('G17, G19, G24: service on the respondent starts the reply and the settlement report', () => {
    expect(codes(termsStartedBy(manual, 'document-served:D05', 'other'))).toEqual([
      'DL-REPLY',
      'DL-SETTLE-REPORT',
    ]);
    expect(rule(manual, 'DL-REPLY').onMiss).toBe('note-silence-and-continue');
  });
});

describe('the law', () => {
  it('is RB-1997 up to 2010-06-30, RB-2010 up to 2026-03-14 and RB-2026 from the next day', () => {
    const on = (day: string) => SHIPPED.statutoryFor(day).id;
    expect([on('2008-01-01'), on('2010-06-30')]).toEqual(['RB-1997', 'RB-1997']);
    expect([on('2010-07-01'), on('2026-03-14')]).toEqual(['RB-2010', 'RB-2010']);
    expect([on('2026-03-15'), on('2030-01-01')]).toEqual(['RB-2026', 'RB-2026']);
  });

  it('A08: by the manual and before 2010 a ruling is due 15 CD after mediation failed', () => {
    for (const rulebook of [manual, law1997])
      expect(rule(rulebook, 'DL-RULE')).toMatchObject({
        start: 'mediation-failed',
        stop: ['ruling-issued', 'case-disposed'],
        amount: 15,
        unit: 'CD',
      });
    expect(certaintyOf(rule(manual, 'DL-RULE'))).toBe('design');
    for (const law of [law2010, law2026]) expect(law.terms.map((t) => t.code)).not.toContain('DL-RULE');
  });

  it('G58: the deposit is replenished within 5 WD of the notice, or there is a lead for enforcement', () => {
    for (const rulebook of [manual, law2010, law2026])
      expect(rule(rulebook, 'DL-REPLENISH')).toMatchObject({
        start: 'replenishment-notice-served',
        stop: ['replenishment-proved'],
        amount: 5,
        unit: 'WD',
        onMiss: 'enforcement-lead',
        verification: 'published',
      });
  });

  it('A05, A06, A11: RB-1997 decides in 7 CD, mediates 30 CD after the facts, disposes in 90 CD and 30 more', () => {
    expect([length(law1997, 'DL-ACCEPT'), length(law1997, 'DL-REPLY')]).toEqual(['7 CD', '30 CD']);
    expect(length(law1997, 'DL-SETTLE-REPORT')).toBe('30 CD');
    expect(rule(law1997, 'DL-MEDIATE', 'deposit')).toMatchObject({ start: 'facts-established', amount: 30 });
    expect(law1997.terms.some((t) => t.code === 'DL-MEDIATE' && t.appliesTo !== 'deposit')).toBe(false);
    expect(rule(law1997, 'DL-DISPOSE')).toMatchObject({
      amount: 90,
      extension: { max: 30, times: 1, by: 'superior-office' },
      verification: 'unverified',
    });
    expect(law1997.limitation).toMatchObject([
      { appliesTo: 'deposit', days: 90, start: 'harmful-fact' },
      { appliesTo: 'other', days: 60, start: 'knew-or-should-have-known', extendable: true },
    ]);
  });

  it('decides acceptance in 5 WD (2010) or 2 WD (2026), and ends the case in 60 CD', () => {
    expect([length(law2010, 'DL-ACCEPT'), length(law2026, 'DL-ACCEPT')]).toEqual(['5 WD', '2 WD']);
    expect([length(law2010, 'DL-DISPOSE'), length(law2026, 'DL-DISPOSE')]).toEqual(['60 CD', '60 CD']);
    expect([length(law2010, 'DL-NOTICE-R'), length(law2010, 'DL-REPLY')]).toEqual(['5 WD', '10 CD']);
  });

  it('stops DL-ACCEPT with the decision to accept, the service of a rejection, the sending of a transfer', () => {
    for (const law of [law2010, law2026]) {
      expect(rule(law, 'DL-ACCEPT').stop).toEqual([
        'acceptance-decided:accept',
        'acceptance-decided:refer-down',
        'document-served:D06',
        'document-sent:D08',
      ]);
    }
  });

  it('knows no pause while a supplement is awaited; the review of the manual does', () => {
    const waiting: Pause = { from: '2025-09-29', until: '2025-10-10', reason: 'awaiting-supplement' };
    const dueOf = (r: TermRule) =>
      dueDate(calendar, periodOf(r, { startAt: '2025-09-26T02:00:00.000Z', pauses: [waiting] })).dueOn;
    expect(dueOf(rule(law2010, 'DL-ACCEPT'))).toBe('2025-10-10');
    expect(dueOf(rule(manual, 'DL-REVIEW'))).toBe('2025-10-10');
    for (const term of [...law2010.terms, ...law2026.terms]) {
      expect(term.pauses).not.toContain('awaiting-supplement');
    }
  });

  it('G55: excludes the time of an expert appraisal from the 60 days, a part read second-hand only', () => {
    const appraisal: Pause = { from: '2025-10-20', until: '2025-11-03', reason: 'expert-appraisal' };
    const dispose = rule(law2010, 'DL-DISPOSE');
    const period = periodOf(dispose, { startAt: '2025-10-09T02:00:00.000Z', pauses: [appraisal] });
    expect(dueDate(calendar, period).dueOn).toBe('2025-12-22');
    expect(certaintyOf(dispose, period)).toBe('unverified');
    expect(certaintyOf(dispose)).toBe('design');
    const ofNoDays = { ...appraisal, until: appraisal.from };
    expect(certaintyOf(dispose, { ...period, pauses: [ofNoDays], extension: 0 })).toBe('design');
    expect(certaintyOf(dispose, { ...period, pauses: [] })).toBe('design');
  });
});

describe('local rules on top of the law', () => {
  const terms = (id: string) =>
    SHIPPED.byId(id).terms.map(({ code, amount, unit, extension }) =>
      [code, amount, unit, ...(extension ? [`+${String(extension.max)} ${extension.by}`] : [])].join(' '),
    );

  it('E9: Shandong, Shanghai, Luoyang and Zhengzhou as they were found', () => {
    expect(terms('OV-SHANDONG')).toEqual(['DL-ACCEPT 3 WD', 'DL-DISPOSE 45 CD +30 office-head']);
    expect(terms('OV-SHANGHAI')).toEqual(['DL-TRANSFER 5 WD', 'DL-DISPOSE 45 CD']);
    expect(terms('OV-LUOYANG')).toEqual(['DL-TRANSFER 2 WD']);
    expect(terms('OV-ZHENGZHOU')).toEqual([
      'DL-REJECT-SERVE 2 WD',
      'DL-TRANSFER 3 WD',
      'DL-DISPOSE 30 CD +30 office-head',
    ]);
  });

  it('from when they run was not found, except where an example shows it: the start is our reading', () => {
    for (const { kind, terms: all } of SHIPPED.all)
      if (kind === 'overlay')
        for (const { code, marks } of all)
          expect([code, marks?.start]).toEqual([code, code === 'DL-ACCEPT' ? undefined : 'design']);
    expect(SHIPPED.byId('OV-LUOYANG').unknown).toContain('answer-in-five-working-days');
  });
});

describe('what is not certain says so', () => {
  it('E4: the reply under RB-2026 is a draft value, and every answer carries that', () => {
    const [reply] = dueDatesOf(calendar, law2026, 'document-served:D05', 'all', '2026-04-09T02:00:00.000Z');
    expect(reply).toMatchObject({
      rulebook: 'RB-2026',
      rulebookVersion: 1,
      rule: { code: 'DL-REPLY', verification: 'unverified' },
      verification: 'unverified',
      due: { dueOn: '2026-04-16' },
    });
  });

  it('RB-2026 lists what could not be read instead of inventing a term for it', () => {
    expect(law2026.unknown).toEqual(expect.arrayContaining(['notice-to-respondent', 'transfer-out']));
    expect(law2026.terms.map((t) => t.code)).not.toContain('DL-NOTICE-R');
    expect(law2026.terms.map((t) => t.code)).not.toContain('DL-TRANSFER');
  });

  it('every term names its place and its standing; reminder rungs are our own design', () => {
    for (const term of SHIPPED.all.flatMap((rulebook) => rulebook.terms)) {
      expect(term.article).not.toBe('');
      // The days of a publication warn nobody: nothing is to be done in them.
      if (term.code === 'DL-PUBLICATION') continue;
      expect(term.marks?.reminders).toBe('design');
      expect(term.reminders.at(-1)).toEqual({ rung: 'red', before: 0 });
    }
  });
});
