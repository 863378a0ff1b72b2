import { describe, expect, it } from '@jest/globals';
import {
  chinaCalendar,
  isOfficeHours,
  isOpenAt,
  lastOpening,
  nextOpening,
  USUAL_OFFICE_HOURS,
} from '#calendar';

const calendar = chinaCalendar({ knownOn: '2026-02-01' });
const at = (day: string, time: string) => new Date(`${day}T${time}:00.000+08:00`).toISOString();

describe('the hours of an office', () => {
  it('are open on working days, make-up days included, from the minute it opens until the minute it closes', () => {
    const isOpen = (day: string, time: string) => isOpenAt(calendar, USUAL_OFFICE_HOURS, at(day, time));
    expect([isOpen('2026-04-27', '08:59'), isOpen('2026-04-27', '09:00')]).toEqual([false, true]);
    expect([isOpen('2026-04-27', '16:59'), isOpen('2026-04-27', '17:00')]).toEqual([true, false]);
    expect([isOpen('2026-04-26', '10:00'), isOpen('2025-10-11', '10:00')]).toEqual([false, true]);
  });

  it('begin next on a working day, strictly later', () => {
    const next = (day: string, time: string) => nextOpening(calendar, USUAL_OFFICE_HOURS, at(day, time));
    expect(next('2026-04-27', '08:59')).toBe(at('2026-04-27', '09:00'));
    expect(next('2026-04-27', '09:00')).toBe(at('2026-04-28', '09:00'));
    expect(next('2025-09-30', '09:00')).toBe(at('2025-10-09', '09:00'));
    expect(next('2026-04-26', '03:00')).toBe(at('2026-04-27', '09:00'));
  });

  it('began last on that day or on the working day before it', () => {
    expect(lastOpening(calendar, USUAL_OFFICE_HOURS, '2026-04-24')).toBe(at('2026-04-24', '09:00'));
    expect(lastOpening(calendar, USUAL_OFFICE_HOURS, '2025-10-08')).toBe(at('2025-09-30', '09:00'));
  });

  it.each([
    [{ opens: '09:00', closes: '17:00' }, true],
    [{ opens: '00:00', closes: '23:59' }, true],
    [{ opens: '17:00', closes: '09:00' }, false],
    [{ opens: '09:00', closes: '09:00' }, false],
    [{ opens: '9:00', closes: '17:00' }, false],
    [{ opens: '09:00', closes: '24:00' }, false],
    [{ opens: '09:00' }, false],
    [{ opens: '09:00', closes: 17 }, false],
    ['09:00-17:00', false],
    [null, false],
  ])('%j: %s', (value, sound) => {
    expect(isOfficeHours(value)).toBe(sound);
  });
});
