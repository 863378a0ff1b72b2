import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRefusal, nextPhases } from '#kernel';
import { possibleActs } from './allowed-actions.js';
import { directComplaintDecider } from './decider.js';
import type { DirectComplaintEvent } from './events.js';
import { contextAt } from './fixture/direct-complaint.js';
import { askedBy, commandOf, randomFile, type Asked, type Turn } from './fixture/random-file.js';
import { advance } from './phase.js';
import { isReceived, type DirectComplaint, type Phase } from './state.js';
import { TRANSITIONS } from './transitions.js';

interface Step extends Asked {
  readonly turn: Turn;
  readonly before: DirectComplaint;
  readonly after: DirectComplaint;
  readonly events: readonly DirectComplaintEvent[];
  readonly history: readonly DirectComplaintEvent[];
}

/** Plays a random complaint; `look` sees every step. */
function play({ begins, turns }: { begins: string; turns: readonly Turn[] }, look: (step: Step) => void) {
  let state: DirectComplaint = directComplaintDecider.initial;
  let now = begins;
  const history: DirectComplaintEvent[] = [];
  for (const turn of turns) {
    const asked = askedBy(turn, state, now);
    now = asked.now;
    const answer = directComplaintDecider.decide(asked.command, state, contextAt(now, asked.by));
    const events = isRefusal(answer) ? [] : answer;
    const after = fold(directComplaintDecider, events, state);
    history.push(...events);
    look({ ...asked, turn, before: state, after, events, history });
    state = after;
  }
  return { history, state };
}

function always(look: (step: Step) => void, runs = 150): void {
  fc.assert(
    fc.property(randomFile(30), (file) => {
      play(file, look);
    }),
    { numRuns: runs },
  );
}

describe('random complaints to an operator: whoever asks whatever, at any time', () => {
  it('the same command again changes nothing', () => {
    always(({ command, after, now, by, events }) => {
      if (events.length === 0) return;
      const again = directComplaintDecider.decide(command, after, contextAt(now, by));
      expect(isRefusal(again) ? [] : again).toEqual([]);
    });
  });

  it('a refusal names its facts without any personal text', () => {
    always(({ command, before, now, by }) => {
      const answer = directComplaintDecider.decide(command, before, contextAt(now, by));
      if (isRefusal(answer)) expect(JSON.stringify(answer.facts)).not.toMatch(/\$sealed|sealed |subject-/);
    });
  });

  it('the same history, read from its stored form, leads to the same complaint', () => {
    fc.assert(
      fc.property(randomFile(30), (file) => {
        const { history, state } = play(file, () => undefined);
        const stored = JSON.parse(JSON.stringify(history)) as DirectComplaintEvent[];
        expect(JSON.stringify(fold(directComplaintDecider, stored))).toBe(JSON.stringify(state));
      }),
    );
  });

  it('B10, B11, B12, A16, H17 hold at every step', () => {
    always(({ after, events, by, history }) => {
      if (!isReceived(after) || events.length === 0) return;
      for (const { investigators } of after.investigations)
        expect(new Set(investigators).size).toBeGreaterThanOrEqual(2);
      if (after.outcome) {
        expect(after.outcome.opinion).toBeDefined();
        expect(after.investigations).not.toEqual([]);
        expect(after.outcome.kind === 'not-settled' || after.outcome.agreement !== undefined).toBe(true);
      }
      if (after.archive) expect(after.archive.retentionYears).toBeGreaterThanOrEqual(2);
      const concerned = history
        .slice(0, -1)
        .reduce(
          (state, event) => directComplaintDecider.evolve(state, event),
          directComplaintDecider.initial,
        );
      if (isReceived(concerned)) expect(concerned.registration.concerned.staff).not.toContain(by);
      for (const { proposedBy, approvedBy } of after.destructions) expect(approvedBy).not.toBe(proposedBy);
    });
  });

  it('what is shown as refused is refused with that code, and what is shown as possible is not out of phase', () => {
    always(({ after, now, by, turn, events }) => {
      if (!isReceived(after) || events.length === 0) return;
      for (const { action, refusal } of possibleActs(after, contextAt(now, by))) {
        const command = commandOf(action, after, turn, now);
        const answer = directComplaintDecider.decide(command, after, contextAt(now, by));
        const code = isRefusal(answer) ? answer.refused : undefined;
        if (refusal) expect([action, code]).toEqual([action, refusal.refused]);
        else expect([action, code]).not.toEqual([action, 'action-not-in-this-phase']);
      }
    }, 60);
  });

  it('the phase as read models fold it is the phase of the complaint', () => {
    always(({ history, after }) => {
      if (!isReceived(after)) return;
      const [first, ...rest] = history;
      if (!first) return;
      expect(rest.reduce<Phase>((phase, event) => advance(phase, event), 'received')).toBe(after.phase);
    });
  });

  it('every move is in the table, and everything in the table comes about', () => {
    const seen = new Set<string>();
    for (const file of fc.sample(randomFile(60), { numRuns: 400, seed: 42 })) {
      play(file, ({ command, before, after, events }) => {
        if (events.length > 0) seen.add(`${command.type}: ${before.phase} → ${after.phase}`);
      });
    }
    const declared = Object.entries(TRANSITIONS).flatMap(([command, transition]) =>
      transition.from.flatMap((from) =>
        nextPhases(transition, from).map((to) => `${command}: ${from} → ${to}`),
      ),
    );
    expect([...seen].filter((move) => !declared.includes(move))).toEqual([]);
    expect(declared.filter((move) => !seen.has(move))).toEqual([]);
  });
});
