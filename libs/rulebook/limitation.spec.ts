import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#calendar';
import { SHIPPED, limitationFor, limitationOf, loadRulebook, type Claim } from '#rulebook';

const calendar = chinaCalendar({ knownOn: '2026-02-01' });
const manual = SHIPPED.byId('RB-MANUAL');
const law2010 = SHIPPED.byId('RB-2010');
const law2026 = SHIPPED.byId('RB-2026');
const deposit = (item: string, harmed?: string): Claim => ({
  item,
  caseClass: 'deposit',
  facts: harmed === undefined ? {} : { 'harmful-fact': harmed },
});
const other = (item: string, knew: string, extendedTo?: string): Claim => ({
  item,
  caseClass: 'other',
  facts: { 'knew-or-should-have-known': knew },
  ...(extendedTo === undefined ? {} : { extendedTo }),
});
const find = (received: string, ...claims: Claim[]) =>
  limitationOf(calendar, manual, `${received}T02:00:00.000Z`, claims);

describe('limitation', () => {
  it('A06, G07: each rulebook names days and start; that of 2026 is unverified', () => {
    expect(limitationFor(manual, 'deposit')).toMatchObject({
      days: 90,
      start: 'harmful-fact',
      extendable: false,
    });
    expect(limitationFor(manual, 'other')).toMatchObject({
      days: 60,
      start: 'knew-or-should-have-known',
      extendable: true,
    });
    expect(limitationFor(law2010, 'other')).toMatchObject({
      days: 90,
      start: 'contract-end',
      verification: 'published',
    });
    expect(limitationFor(law2026, 'all')).toMatchObject({
      days: 90,
      start: 'performance-period-end',
      verification: 'unverified',
    });
  });

  it('E1: a contract that ended 2025-09-20 is in time on 09-26', () => {
    const claim: Claim = { item: 'hotel', caseClass: 'other', facts: { 'contract-end': '2025-09-20' } };
    expect(limitationOf(calendar, law2010, '2025-09-26T02:00:00.000Z', [claim])).toMatchObject({
      standing: 'in-time',
      items: [{ lastDay: '2025-12-19', rule: { article: expect.stringContaining('第九条') } }],
      rejected: [],
    });
  });

  it('G07: the last day rolls to a working day and is itself in time', () => {
    expect(find('2025-10-09', other('meals', '2025-08-05')).items[0]).toMatchObject({
      lastDay: '2025-10-09',
      standing: 'in-time',
    });
    expect(find('2025-10-10', other('meals', '2025-08-05'))).toMatchObject({
      standing: 'out-of-time',
      rejected: ['meals'],
    });
  });

  it('A07: of mixed claims the case is in time if any item is, and the late ones are listed', () => {
    const found = find('2025-09-26', deposit('fee', '2025-07-10'), other('shopping', '2025-07-10'));
    expect(found.standing).toBe('in-time');
    expect(found.items.map((item) => item.standing)).toEqual(['in-time', 'out-of-time']);
    expect(found.rejected).toEqual(['shopping']);
  });

  it('A06: only an extendable limit follows an extension', () => {
    expect(find('2025-09-26', other('shopping', '2025-07-10', '2025-09-26')).standing).toBe('in-time');
    expect(find('2025-09-26', { ...deposit('fee', '2025-05-10'), extendedTo: '2025-12-31' }).standing).toBe(
      'out-of-time',
    );
    expect(() => find('2025-09-26', other('shopping', '2025-07-10', '2025-09-31'))).toThrow(
      expect.objectContaining({ code: 'not-a-day' }),
    );
  });

  it('a missing start fact refuses nobody: the standing is unknown and the fact is named', () => {
    const found = find('2025-09-26', deposit('fee'), other('shopping', '2025-07-10'));
    expect(found.standing).toBe('unknown');
    expect(found.items[0]).toMatchObject({ standing: 'unknown', missing: 'harmful-fact' });
    expect(find('2025-09-26').standing).toBe('unknown');
  });

  it('a rulebook without a limit leaves every claim in time', () => {
    const limitless = loadRulebook({ ...manual, id: 'RB-LIMITLESS', limitation: [] });
    expect(limitationOf(calendar, limitless, '2025-09-26T02:00:00.000Z', [deposit('fee')]).standing).toBe(
      'in-time',
    );
  });
});
