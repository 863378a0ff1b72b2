import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '#kernel';
import { specify } from '#testing';
import { sameDayYearsLater } from './archive.js';
import { directComplaintDecider } from './decider.js';
import { cn, contextAt, DirectFile, sealedFor, type Person } from './fixture/direct-complaint.js';

const as = (now: string, by: Person = 'clerk') => specify(directComplaintDecider, contextAt(cn(now), by));
const resolved = () =>
  new DirectFile()
    .received('2026-05-06')
    .assigned('2026-05-06')
    .investigated('2026-05-07')
    .ended('2026-05-08');
const propose = { type: 'ProposeDestruction', data: { reason: sealedFor('reason') } } as const;
const approve = { type: 'ApproveDestruction', data: {} } as const;

describe('one case, one file', () => {
  it('B12: is kept for three years from the day it is archived, unless said otherwise', () => {
    as('2026-05-11')
      .given(...resolved().events)
      .when({ type: 'ArchiveCase', data: {} })
      .then({
        type: 'OperatorArchived',
        data: { archivedAt: cn('2026-05-11'), retentionYears: 3, keepUntil: '2029-05-11', by: 'clerk' },
      });
  });

  it('B12, A16: never less than two years', () => {
    as('2026-05-11')
      .given(...resolved().events)
      .when({ type: 'ArchiveCase', data: { retentionYears: 1 } })
      .thenRefused('retention-too-short', { years: 1, atLeast: 2 });
    as('2026-05-11')
      .given(...resolved().events)
      .when({ type: 'ArchiveCase', data: { retentionYears: 2 } })
      .then({ type: 'OperatorArchived', data: { keepUntil: '2028-05-11' } });
  });

  it('B12: also what was declined; nothing that is still open', () => {
    const declined = new DirectFile().received('2026-05-06', 'letter').answered('2026-05-07', 'declined');
    expect(declined.archived('2026-05-08').state.phase).toBe('archived');
    as('2026-05-11')
      .given(...new DirectFile().received('2026-05-06').events)
      .when({ type: 'ArchiveCase', data: {} })
      .thenRefused('action-not-in-this-phase');
  });

  it('B12: not before the outcome', () => {
    as('2026-05-11')
      .given(...resolved().events)
      .when({ type: 'ArchiveCase', data: { archivedAt: cn('2026-05-07') } })
      .thenRefused('happened-too-early', { field: 'archivedAt', notBefore: cn('2026-05-08') });
  });

  it('B12: a term that begins on 29 February ends on the last of February (民法典 202)', () => {
    expect(sameDayYearsLater('2028-02-29', 3)).toBe('2031-02-28');
    expect(sameDayYearsLater('2028-02-29', 4)).toBe('2032-02-29');
  });

  it('B12: the end of every term is a day, whole years later', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2010-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: 2, max: 30 }), (day, years) => {
        const end = sameDayYearsLater(day, years);
        expect(isDay(end)).toBe(true);
        expect(end.slice(0, 4)).toBe(String(+day.slice(0, 4) + years));
        expect(Math.abs(daysBetween(day, end) - years * 365.2425)).toBeLessThan(2.5);
      }),
    );
  });
});

describe('destroying a file', () => {
  const kept = () => DirectFile.archivedOn('2026-05-11');

  it('A16: begins on the day after its term, not on its last day', () => {
    as('2029-05-11 23:59')
      .given(...kept().events)
      .when(propose)
      .thenRefused('retention-not-over', { keepUntil: '2029-05-11', from: '2029-05-12' });
    as('2029-05-12 00:00')
      .given(...kept().events)
      .when(propose)
      .then({ type: 'OperatorDestructionProposed', data: { by: 'clerk' } });
  });

  it('A16: is approved by another than who proposed it', () => {
    const file = kept().proposed('2029-05-12');
    as('2029-05-13', 'clerk')
      .given(...file.events)
      .when(approve)
      .thenRefused('destruction-needs-second-person', { proposer: 'clerk' });
    as('2029-05-13', 'manager')
      .given(...file.events)
      .when(approve)
      .then({ type: 'OperatorFileDestroyed', data: { proposedBy: 'clerk', approvedBy: 'manager' } });
  });

  it('A16: a proposal that is refused leaves the file where it was; it can be proposed anew', () => {
    const file = kept()
      .proposed('2029-05-12')
      .does('manager', '2029-05-13', {
        type: 'RefuseDestruction',
        data: { reason: sealedFor('refusal') },
      });
    expect(file.state).toMatchObject({ phase: 'archived', destructions: [{ refusedBy: 'manager' }] });
    file.proposed('2029-05-14', 'agent').does('clerk', '2029-05-14', approve);
    expect(file.state).toMatchObject({
      phase: 'destroyed',
      destructions: [{}, { proposedBy: 'agent', approvedBy: 'clerk', destroyedAt: cn('2029-05-14') }],
    });
  });

  it('A16: nothing more can be done with a file that is destroyed', () => {
    const file = kept().proposed('2029-05-12').does('manager', '2029-05-13', approve);
    as('2029-05-14', 'manager')
      .given(...file.events)
      .when({ type: 'DiscloseContact', data: { purpose: sealedFor('purpose') } })
      .thenRefused('action-not-in-this-phase', { phase: 'destroyed' });
  });
});
