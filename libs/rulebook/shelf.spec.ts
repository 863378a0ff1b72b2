import { describe, expect, it } from '@jest/globals';
import { inForce, loadRulebook, SHIPPED, Shelf } from '#rulebook';

const law = SHIPPED.byId('RB-2026');
const refusedFor = (code: string) => expect.objectContaining({ code });

describe('the shelf of rulebooks', () => {
  it('takes a new one beside the others', () => {
    const own = loadRulebook({ ...SHIPPED.byId('OV-LUOYANG'), id: 'OV-HERE' });
    const shelf = SHIPPED.with([own]);
    expect(shelf.byId('OV-HERE')).toBe(own);
    expect(shelf.all).toHaveLength(SHIPPED.all.length + 1);
    expect(SHIPPED.knows('OV-HERE')).toBe(false);
  });

  it('takes a later version in the place of the one that was there', () => {
    const read = loadRulebook({ ...law, version: 2, unknown: [] });
    const shelf = SHIPPED.with([read]);
    expect(shelf.byId('RB-2026')).toBe(read);
    expect(shelf.statutoryFor('2026-04-01')).toBe(read);
    expect(shelf.all).toHaveLength(SHIPPED.all.length);
  });

  it('refuses a version that is not later, and one of another kind', () => {
    expect(() => SHIPPED.with([loadRulebook({ ...law })])).toThrow(refusedFor('version-not-later'));
    const internal = loadRulebook({ ...law, version: 2, kind: 'internal' });
    expect(() => SHIPPED.with([internal])).toThrow(refusedFor('kind-changed'));
  });

  it('refuses two laws in force on one day, and one id twice', () => {
    const rival = (validFrom: string | null, validTo: string | null) =>
      loadRulebook({ ...law, id: 'RB-RIVAL', validFrom, validTo });
    expect(() => SHIPPED.with([rival('2026-03-14', '2026-03-14')])).toThrow(refusedFor('two-laws-at-once'));
    expect(() => SHIPPED.with([rival('2031-01-01', null)])).toThrow(refusedFor('two-laws-at-once'));
    expect(() => new Shelf([law, law])).toThrow(refusedFor('rulebook-twice'));
    const until2030 = new Shelf([loadRulebook({ ...law, validTo: '2030-12-31' })]);
    expect(until2030.with([rival('2031-01-01', null)]).statutoryFor('2031-01-01').id).toBe('RB-RIVAL');
    expect(() => until2030.statutoryFor('2031-01-01')).toThrow(refusedFor('no-statutory-rulebook'));
  });

  it('says what it does not know', () => {
    expect(() => SHIPPED.byId('RB-1492')).toThrow(refusedFor('no-such-rulebook'));
  });

  it('counts both the first and the last day of validity', () => {
    const year = { validFrom: '2025-01-01', validTo: '2025-12-31' };
    const days = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'];
    expect(days.map((day) => inForce(year, day))).toEqual([false, true, true, false]);
  });
});
