import { describe, expect, it } from '@jest/globals';
import { chinaCalendar, dueDate, remaining } from '#calendar';
import {
  dueDatesOf,
  loadRulebook,
  overrunOfInternalChain,
  ruledDueDate,
  rulebookById,
  statutoryRulebookFor,
  type CaseClass,
  type ClockCode,
  type Decision,
  type Rulebook,
  type StartFact,
} from '#rulebook';

const manual = rulebookById('RB-MANUAL');
const at = (day: string) => `${day}T02:00:00.000Z`;
/** Received and registered on one day. */
const sameDay = (day: string) => ({ receivedAt: at(day), registeredAt: at(day) });
/** The calendar as the office knew it when the fact happened. */
const knownOn = (day: string) => chinaCalendar({ knownOn: day });

function due(
  rulebook: Rulebook,
  code: ClockCode,
  fact: StartFact,
  day: string,
  caseClass: CaseClass = 'other',
) {
  const all = dueDatesOf(knownOn(day), rulebook, fact, caseClass, at(day));
  return all.find((answer) => answer.rule.code === code)?.due.dueOn;
}

function overrun(day: string) {
  const found = overrunOfInternalChain(knownOn(day), sameDay(day), manual, statutoryRulebookFor(day));
  const path = (decision: Decision) => {
    const { steps, endsOn, overruns } = found.paths.find((p) => p.decision === decision) ?? {};
    return { dates: steps?.map((step) => step.due.dueOn), endsOn, overruns };
  };
  return { ...found, path };
}

describe('the worked examples, through the terms of the rulebooks', () => {
  it('E1: RB-2010, hotel downgrade over National Day', () => {
    const law = statutoryRulebookFor('2025-09-26');
    expect(law.id).toBe('RB-2010');
    expect(due(law, 'DL-ACCEPT', 'complaint-registered', '2025-09-26')).toBe('2025-10-10');
    expect(due(manual, 'DL-REVIEW', 'complaint-registered', '2025-09-26')).toBe('2025-09-29');
    expect(due(manual, 'DL-APPROVE', 'preliminary-review-completed', '2025-09-29')).toBe('2025-10-09');
    expect(due(manual, 'DL-REJECT-SERVE', 'acceptance-decided:reject', '2025-10-09')).toBe('2025-10-13');
    expect(due(manual, 'DL-MEDIATE', 'acceptance-decided:accept', '2025-10-09')).toBe('2025-11-10');
    expect(due(law, 'DL-DISPOSE', 'acceptance-decided:accept', '2025-10-09')).toBe('2025-12-08');
  });

  it('E1, A01: at registration the case warns that service on 10-13 breaks 10-10', () => {
    const found = overrun('2025-09-26');
    expect(found.statutory).toMatchObject({
      rulebook: 'RB-2010',
      verification: 'published',
      due: { dueOn: '2025-10-10' },
    });
    expect(found.path('reject')).toEqual({
      dates: ['2025-09-29', '2025-10-09', '2025-10-13'],
      endsOn: '2025-10-13',
      overruns: true,
    });
    expect(found.path('accept')).toMatchObject({ endsOn: '2025-10-09', overruns: false });
    expect(found.overruns).toBe(true);
  });

  it('E3: RB-2010, outbound tour cancelled over Spring Festival', () => {
    const law = statutoryRulebookFor('2026-02-12');
    expect(law.id).toBe('RB-2010');
    expect(due(law, 'DL-ACCEPT', 'complaint-registered', '2026-02-12')).toBe('2026-02-26');
    expect(due(law, 'DL-DISPOSE', 'acceptance-decided:accept', '2026-02-26')).toBe('2026-04-27');
  });

  it('E4: RB-2026, the first case under the new Measures', () => {
    const law = statutoryRulebookFor('2026-04-03');
    expect(law.id).toBe('RB-2026');
    expect(due(law, 'DL-ACCEPT', 'complaint-registered', '2026-04-03')).toBe('2026-04-08');
    expect(due(law, 'DL-DISPOSE', 'acceptance-decided:accept', '2026-04-08')).toBe('2026-06-08');
    expect(due(law, 'DL-REPLY', 'document-served:D05', '2026-04-09')).toBe('2026-04-16');
    expect(due(rulebookById('RB-2010'), 'DL-REPLY', 'document-served:D05', '2026-04-09')).toBe('2026-04-20');
  });

  it("E4: the manual's 2+2 WD would run past 04-08, whatever is decided", () => {
    const found = overrun('2026-04-03');
    expect(found.statutory?.due.dueOn).toBe('2026-04-08');
    expect(found.path('accept')).toEqual({
      dates: ['2026-04-08', '2026-04-10'],
      endsOn: '2026-04-10',
      overruns: true,
    });
    expect(found.paths.every((path) => path.overruns)).toBe(true);
  });

  it('E6: ten-day reply under the manual from a make-up Sunday', () => {
    expect(due(manual, 'DL-REPLY', 'document-served:D05', '2025-09-28')).toBe('2025-10-09');
  });

  it('E8: the result of a referral of 2026-01-26 is due 02-25; a report of 02-27 is two days late', () => {
    expect(due(manual, 'DL-REFER-RESULT', 'document-served:D07', '2026-01-26')).toBe('2026-02-25');
    expect(remaining(knownOn('2026-02-27'), '2026-02-27', '2026-02-25', 'CD')).toBe(-2);
  });

  it("E9, A04: RB-2010, the manual's slow path sends a transfer on 05-15 where the law says 05-09", () => {
    const found = overrun('2025-04-29');
    expect(found.statutory?.due.dueOn).toBe('2025-05-09');
    expect(found.path('transfer')).toEqual({
      dates: ['2025-05-06', '2025-05-08', '2025-05-15'],
      endsOn: '2025-05-15',
      overruns: true,
    });
  });

  it('E9: a local overlay of 3 WD is data alone and gives 05-07', () => {
    const { procedure: _, jurisdiction: _places, ...terms } = rulebookById('RB-2010');
    const overlay = loadRulebook({
      ...terms,
      id: 'RB-OVERLAY',
      kind: 'overlay',
      terms: terms.terms
        .filter((term) => term.code === 'DL-ACCEPT')
        .map((term) => ({ ...term, amount: 3, article: '山东省旅游条例第五十七条' })),
    });
    expect(due(overlay, 'DL-ACCEPT', 'complaint-registered', '2025-04-29')).toBe('2025-05-07');
  });

  /** The manual with other lengths for review and approval, and one day for whatever follows. */
  const chainOf = (review: number, approval: number) =>
    loadRulebook({
      ...manual,
      id: 'RB-OTHER',
      terms: manual.terms
        .filter((t) => ['DL-REVIEW', 'DL-APPROVE', 'DL-REJECT-SERVE', 'DL-TRANSFER'].includes(t.code))
        .map((t) => ({
          ...t,
          amount: t.code === 'DL-REVIEW' ? review : t.code === 'DL-APPROVE' ? approval : 1,
          reminders: [],
        })),
    });

  it.each([
    [1, 1, []],
    [2, 3, ['reject', 'transfer']],
    [3, 3, ['accept', 'refer-down', 'reject', 'transfer']],
  ])(
    'a chain of %i + %i WD against the 5 of the law: a last day met is not overrun',
    (review, approval, late) => {
      const law = statutoryRulebookFor('2025-04-29');
      const found = overrunOfInternalChain(
        knownOn('2025-04-29'),
        sameDay('2025-04-29'),
        chainOf(review, approval),
        law,
      );
      expect(found.paths.filter((path) => path.overruns).map((path) => path.decision)).toEqual(late);
      expect(found.overruns).toBe(late.length > 0);
    },
  );

  it('A01: registered late, the chain starts at the registration while the law counts from the receipt', () => {
    const intake = { receivedAt: at('2025-04-29'), registeredAt: at('2025-05-07') };
    const law = statutoryRulebookFor('2025-04-29');
    const found = overrunOfInternalChain(knownOn('2025-05-07'), intake, manual, law);
    expect(found.statutory?.due.dueOn).toBe('2025-05-09');
    const accept = found.paths.find((path) => path.decision === 'accept');
    expect(accept?.steps.map((step) => step.due.dueOn)).toEqual(['2025-05-09', '2025-05-13']);
    expect(accept?.overruns).toBe(true);
  });

  it('without a statutory term nothing can overrun', () => {
    expect(
      overrunOfInternalChain(knownOn('2025-04-29'), sameDay('2025-04-29'), manual, manual),
    ).toMatchObject({
      statutory: undefined,
      overruns: false,
    });
  });

  it('gives the same date by rule and by bare term', () => {
    const [rule] = statutoryRulebookFor('2025-09-26').terms;
    if (rule === undefined) throw new Error('no term');
    const startAt = at('2025-09-26');
    const answer = ruledDueDate(knownOn('2025-09-26'), rulebookById('RB-2010'), rule, { startAt });
    expect(answer.due).toEqual(
      dueDate(knownOn('2025-09-26'), { startAt, term: { amount: 5, unit: 'WD', roll: false } }),
    );
  });
});
