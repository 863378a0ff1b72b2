import { describe, expect, it } from '@jest/globals';
import { loadRulebook, SHIPPED } from '#rulebook';
import { Journey, cn, contextAt, sealedFor } from '../fixture/complaint.js';
import { dryRun } from './dry-run.js';

const run = (journey: Journey, rulebook: string, at: string) =>
  dryRun(journey.state, SHIPPED.byId(rulebook), contextAt(cn(at), 'leader'));

describe('a dry run on one case', () => {
  it('shows for each clock the day it has and the day it would get, and changes nothing', () => {
    const journey = new Journey().registered('2026-03-13');
    const before = journey.state;
    expect(run(journey, 'RB-2026', '2026-03-16')).toEqual({
      complaintId: 'c-1',
      number: journey.state.registration.number,
      phase: 'registered',
      from: { internal: 'RB-MANUAL', statutory: 'RB-2010' },
      to: { internal: 'RB-MANUAL', statutory: 'RB-2026' },
      clocks: [
        {
          code: 'DL-ACCEPT',
          before: expect.objectContaining({ rulebook: 'RB-2010', dueOn: '2026-03-20', overdue: false }),
          after: expect.objectContaining({ rulebook: 'RB-2026', dueOn: '2026-03-17', overdue: false }),
        },
        { code: 'DL-REVIEW', after: expect.objectContaining({ rulebook: 'RB-2026', dueOn: '2026-03-16' }) },
      ],
      becomesOverdue: false,
    });
    expect(journey.state).toBe(before);
  });

  it('says what the move then does', () => {
    const journey = Journey.notified('2026-03-09', '2026-03-10', '2026-03-11').served('D05', '2026-03-12');
    const foreseen = run(journey, 'RB-2026', '2026-03-16');
    const known = journey.state.clocks.length;
    journey.does('leader', '2026-03-16', {
      type: 'MoveToRulebooks',
      data: { to: foreseen?.to ?? journey.state.registration.rulebooks, reason: sealedFor('reason') },
    });
    const begun = journey.state.clocks.slice(known).map(({ code, dueOn }) => `${code} ${dueOn}`);
    const after = foreseen?.clocks.flatMap((change) =>
      change.after ? [`${change.code} ${change.after.dueOn}`] : [],
    );
    expect(after?.toSorted()).toEqual(begun.toSorted());
    expect(begun.length).toBeGreaterThan(0);
  });

  it('becomes overdue: a clock would have run out already, and nothing had run out before', () => {
    const journey = new Journey().registered('2026-03-11');
    expect(run(journey, 'RB-2026', '2026-03-16')?.becomesOverdue).toBe(true);
  });

  it('what was overdue before does not become so', () => {
    const journey = new Journey().registered('2026-03-02');
    expect(run(journey, 'RB-2026', '2026-03-16')?.becomesOverdue).toBe(false);
    journey.ringsUntil('2026-03-16');
    expect(run(journey, 'RB-2026', '2026-03-16')?.becomesOverdue).toBe(false);
  });

  it('nothing would change: null', () => {
    expect(run(new Journey().registered('2026-03-13'), 'RB-2010', '2026-03-16')).toBeNull();
  });

  it('says that the move would be refused where the rulebook is in force neither on receipt nor today', () => {
    const journey = new Journey().registered('2026-03-13');
    expect(run(journey, 'RB-1997', '2026-03-16')).toMatchObject({ refused: 'rulebook-not-in-force' });
    expect(run(journey, 'RB-2026', '2026-03-14')).toMatchObject({ refused: 'rulebook-not-in-force' });
    expect(run(journey, 'RB-2026', '2026-03-16')).not.toHaveProperty('refused');
  });

  it('asks as well what a later version of its own rulebook would do, before it is switched on', () => {
    const law = SHIPPED.byId('RB-2026');
    const terms = law.terms.map((term) => (term.code === 'DL-ACCEPT' ? { ...term, amount: 4 } : term));
    const later = loadRulebook({ ...law, version: 2, terms });
    const shelf = SHIPPED.with([later]);
    const context = contextAt(cn('2026-04-07'), 'leader', (id) => shelf.byId(id));
    const change = dryRun(new Journey().registered('2026-04-03').state, later, context);
    expect(change?.clocks.find(({ code }) => code === 'DL-ACCEPT')).toMatchObject({
      before: { rulebookVersion: 1, dueOn: '2026-04-08' },
      after: { rulebookVersion: 2, dueOn: '2026-04-10' },
    });
  });
});
