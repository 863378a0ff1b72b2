import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRefusal } from '#kernel';
import { complaintDecider } from '../case/decider.js';
import type { ComplaintEvent } from '../case/events.js';
import { isEnded } from '../case/phases.js';
import type { Complaint } from '../case/state.js';
import type { Clock } from '../clocks/clock.js';
import { outlivesTheEnd } from '../callbacks/promise-clock.js';
import { isOpen } from '../clocks/ledger.js';
import { beginningOf } from '../fixture/beginnings.js';
import { contextAt } from '../fixture/complaint.js';
import { askedBy, randomJourney } from '../fixture/random-journey.js';

interface Step {
  readonly before: Complaint;
  readonly after: Complaint;
  readonly events: readonly ComplaintEvent[];
  readonly history: readonly ComplaintEvent[];
}

/** A property of every step that changes anything, in random cases from everywhere along the way. */
function always(look: (step: Step) => void): void {
  fc.assert(
    fc.property(randomJourney(25), ({ before: beginning, begins, turns }) => {
      const begun = beginningOf(beginning, begins);
      const history = [...begun.events];
      let state = fold(complaintDecider, history);
      let { now } = begun;
      for (const turn of turns) {
        const next = askedBy(turn, state, now);
        now = next.now;
        if (!next.asked) continue;
        const answer = complaintDecider.decide(next.asked.command, state, contextAt(now, next.asked.by));
        if (isRefusal(answer) || answer.length === 0) continue;
        const after = fold(complaintDecider, answer, state);
        history.push(...answer);
        look({ before: state, after, events: answer, history });
        state = after;
      }
    }),
    { numRuns: 200 },
  );
}

const only = <Type extends ComplaintEvent['type']>(events: readonly ComplaintEvent[], type: Type) =>
  events.filter((event) => event.type === type) as Extract<ComplaintEvent, { readonly type: Type }>[];

/** A report to the office that sent the case outlives its end, and is owed again when it is sent back (A15). */
const notOwed = ({ code }: Clock) => code !== 'DL-REPORT-BACK';

describe('whatever comes: how cases end', () => {
  it('G37, G38: no case is closed without a form and the approval of another than its author', () => {
    always(({ events, history }) => {
      for (const { data } of only(events, 'ClosingApproved')) {
        const form = only(history, 'ClosingRequested').at(-1);
        expect(form).toBeDefined();
        expect(form?.data.by).not.toBe(data.by);
      }
      expect(only(events, 'CaseClosed')).toHaveLength(only(events, 'ClosingApproved').length);
    });
  });

  it('G37: a returned form leads back to exactly the phase that it came from', () => {
    always(({ events, after, history }) => {
      if (only(events, 'ClosingReturned').length === 0) return;
      expect(after.phase).toBe(only(history, 'ClosingRequested').at(-1)?.data.way);
    });
  });

  it('no term but that of a call runs in a case that has ended, none in one that is archived', () => {
    always(({ before, after }) => {
      if (after.phase === 'unregistered' || before.phase === after.phase) return;
      if (!isEnded(after.phase) && after.phase !== 'archived') return;
      const open = after.clocks.filter((clock) => isOpen(clock) && !outlivesTheEnd(clock));
      expect(open.map(({ clock }) => clock)).toEqual([]);
    });
    always(({ after }) => {
      if (after.phase !== 'closed' && after.phase !== 'archived') return;
      const open = after.clocks.filter(isOpen).filter(notOwed);
      expect(after.phase === 'archived' ? open : open.filter((clock) => !outlivesTheEnd(clock))).toEqual([]);
    });
  });

  it('A16: two people for a destruction, and nothing after its approval but its completion', () => {
    always(({ events, history }) => {
      for (const { data } of only(events, 'DestructionApproved'))
        expect(only(history, 'DestructionProposed').at(-1)?.data.by).not.toBe(data.by);
      const approved = history.findIndex(({ type }) => type === 'DestructionApproved');
      if (approved < 0) return;
      const rest = history.slice(approved + 1).map(({ type }) => type);
      expect(rest.filter((type) => type !== 'CaseDestroyed')).toEqual([]);
    });
  });
});
