import { describe, expect, it } from '@jest/globals';
import { SHIPPED, loadRulebook, procedureOf, type Rulebook, type RulebookProblem } from '#rulebook';
import { problemsOf } from './fixture/problems.js';

const manual = SHIPPED.byId('RB-MANUAL');
const law2010 = SHIPPED.byId('RB-2010');
const law2026 = SHIPPED.byId('RB-2026');

type Draft = Record<string, unknown> & { procedure?: Record<string, { value: unknown }> };

function problemsAfter(base: Rulebook, change: (draft: Draft) => void): readonly RulebookProblem[] {
  const draft = structuredClone(base) as unknown as Draft;
  change(draft);
  return problemsOf(draft);
}
const saying = (name: string, value: unknown) => (draft: Draft) =>
  Object.assign(draft.procedure?.[name] ?? {}, { value });

describe('what a rulebook says about the procedure', () => {
  it('G30, G57, A08: failed mediation ends in a ruling by the manual, in a termination since 2010', () => {
    expect(manual.procedure?.failedMediation).toMatchObject({ value: 'ruling', verification: 'manual' });
    expect(law2010.procedure?.failedMediation).toMatchObject({
      value: 'termination',
      verification: 'published',
    });
    expect(law2026.procedure?.failedMediation).toMatchObject({
      value: 'termination',
      verification: 'unverified',
    });
  });

  it("G36, A13: the manual revokes for the complainant's fault or force majeure, later rulebooks never", () => {
    expect(manual.procedure?.revocationGrounds.value).toEqual(['complainant-fault', 'force-majeure']);
    expect(law2010.procedure?.revocationGrounds.value).toEqual([]);
    expect(law2026.procedure?.revocationGrounds.value).toEqual([]);
  });

  it('G31, G32, G33: by the manual the deposit pays on D1 to D3, never on N1 to N5, by a decision', () => {
    expect(manual.procedure).toMatchObject({
      depositGrounds: { value: ['D1', 'D2', 'D3'] },
      depositExclusions: { value: ['N1', 'N2', 'N3', 'N4', 'N5'] },
      depositForm: { value: 'compensation-decision' },
    });
  });

  it('G58: since 2010 it pays a prepaid loss or stranded tourists, by an allocation', () => {
    for (const law of [law2010, law2026])
      expect(law.procedure).toMatchObject({
        depositGrounds: { value: ['prepaid-loss', 'stranded'] },
        depositForm: { value: 'allocation' },
      });
  });

  it('G52, G54, G57: the law names arbitration and civil action, knows oral forms and immediate action', () => {
    for (const law of [law2010, law2026])
      expect(law.procedure).toMatchObject({
        remedies: { value: [{ remedy: 'arbitration' }, { remedy: 'civil-action' }] },
        oralForms: { value: true, verification: 'published' },
        immediateAction: { value: true, verification: 'unverified' },
      });
    expect(manual.procedure).toMatchObject({
      oralForms: { value: false },
      immediateAction: { value: false },
    });
  });

  it('G51: a rejection can quote where its ground stands, and how sure that is', () => {
    expect(law2010.procedure?.rejectionGrounds).toMatchObject({
      value: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'],
      article: '旅游投诉处理办法（国家旅游局令第32号）第九条, G51',
      verification: 'published',
    });
    expect(law2026.procedure?.rejectionGrounds.verification).toBe('unverified');
    expect(manual.procedure?.rejectionGrounds.value).toEqual(['R3', 'R4', 'R5']);
  });

  it('G37: whatever the rulebook, a filed case is closed with a form and an approval', () => {
    for (const { procedure } of SHIPPED.all)
      if (procedure !== undefined) expect(procedure.closing.value).toBe(true);
    expect(problemsAfter(law2010, saying('closing', false))).toEqual([
      { pointer: '/procedure/closing/value', code: 'closing-without-approval' },
    ]);
  });
});

describe('whose procedure governs', () => {
  it("the law's in force on receipt, unless the office runs wholly on its own rulebook", () => {
    expect(procedureOf(law2026, manual, 'statutory')).toMatchObject({
      rulebook: 'RB-2026',
      rulebookVersion: 1,
      failedMediation: { value: 'termination', verification: 'unverified' },
    });
    expect(procedureOf(law2026, manual, 'internal')).toMatchObject({
      rulebook: 'RB-MANUAL',
      failedMediation: { value: 'ruling', verification: 'manual' },
    });
  });

  it('a rulebook of terms only cannot govern', () => {
    const { procedure: _, ...terms } = manual;
    const termsOnly = loadRulebook({ ...terms, id: 'RB-TERMS' });
    expect(() => procedureOf(law2026, termsOnly, 'internal')).toThrow(
      expect.objectContaining({ code: 'no-procedure', facts: { rulebook: 'RB-TERMS' } }),
    );
  });
});

describe('loading what is said about the procedure', () => {
  it.each<[string, Rulebook, (draft: Draft) => unknown, string, string]>([
    ['a law without one', law2010, (d) => delete d.procedure, '/procedure', 'missing'],
    [
      'an overlay with one',
      law2010,
      (d) => Object.assign(d, { kind: 'overlay' }),
      '/procedure',
      'not-in-an-overlay',
    ],
    [
      'an unknown end of mediation',
      manual,
      saying('failedMediation', 'duel'),
      '/procedure/failedMediation/value',
      'unknown-value',
    ],
    ['a provision left out', manual, (d) => delete d.procedure?.['closing'], '/procedure/closing', 'missing'],
    [
      'a ground twice',
      manual,
      saying('revocationGrounds', ['force-majeure', 'force-majeure']),
      '/procedure/revocationGrounds/value/1',
      'named-twice',
    ],
    [
      'a ground of the other form',
      law2010,
      saying('depositGrounds', ['stranded', 'D1']),
      '/procedure/depositGrounds/value/1',
      'ground-of-another-form',
    ],
    [
      'a termination that names no remedy',
      law2026,
      saying('remedies', []),
      '/procedure/remedies/value',
      'empty',
    ],
    [
      'a remedy within no days',
      law2026,
      saying('remedies', [{ remedy: 'arbitration', days: 0 }]),
      '/procedure/remedies/value/0/days',
      'not-positive',
    ],
    [
      'a confirmation within no days',
      law2026,
      saying('courtConfirmation', { days: 0, since: '2022-01-01' }),
      '/procedure/courtConfirmation/value/days',
      'not-positive',
    ],
    [
      'a provision without its article',
      manual,
      (d) => Object.assign(d.procedure?.['closing'] ?? {}, { article: ' ' }),
      '/procedure/closing/article',
      'empty',
    ],
  ])('refuses %s and names the place', (_fault, base, change, pointer, code) => {
    expect(problemsAfter(base, (draft) => void change(draft))).toEqual(
      expect.arrayContaining([expect.objectContaining({ pointer, code })]),
    );
  });
});
