import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRefusal, nextPhases, type Instant } from '#kernel';
import { possibleActions } from './allowed-actions.js';
import type { ComplaintCommandType } from './commands.js';
import { contextAt as contextOf, type Person } from '../fixture/complaint.js';
import { complaintDecider } from './decider.js';
import type { ComplaintEvent } from './events.js';
import { progressOf } from './evolve.js';
import { advance, type Progress } from './progress.js';
import { beginningOf, type Beginning } from '../fixture/beginnings.js';
import {
  askedBy,
  commandOf,
  everythingPossible,
  randomJourney,
  type Asked,
  type Turn,
} from '../fixture/random-journey.js';
import { faultsOfClocks } from '../fixture/clock-course.js';
import { livelyBook } from '../fixture/lively-book.js';
import { rareMoves } from '../fixture/rare-moves.js';
import type { Complaint, RegisteredComplaint } from './state.js';
import { timersOf } from '../clocks/timers-of.js';
import { ENDS, TRANSITIONS } from './transitions.js';

/** One command carried out, or refused, in the course of a random case. */
interface Step extends Asked {
  readonly turn: Turn;
  readonly before: Complaint;
  readonly after: Complaint;
  readonly events: readonly ComplaintEvent[];
  readonly history: readonly ComplaintEvent[];
}

/** A calendar that is amended every month, so that it moves clocks while they run. */
const BOOK = livelyBook('2025-01-01', 36);
const contextAt = (now: Instant, by: Person) => contextOf(now, by, undefined, BOOK);

/** Plays a random case; `look` sees every step. */
function play(
  { begins, before, turns }: { begins: Instant; before: Beginning; turns: readonly Turn[] },
  look: (step: Step) => void,
): ComplaintEvent[] {
  const begun = beginningOf(before, begins);
  const history: ComplaintEvent[] = [...begun.events];
  let state: Complaint = fold(complaintDecider, history);
  let { now } = begun;
  for (const turn of turns) {
    const next = askedBy(turn, state, now);
    now = next.now;
    if (!next.asked) continue;
    const answer = complaintDecider.decide(next.asked.command, state, contextAt(now, next.asked.by));
    const events = isRefusal(answer) ? [] : answer;
    const after = fold(complaintDecider, events, state);
    history.push(...events);
    look({ ...next.asked, turn, before: state, after, events, history });
    state = after;
  }
  return history;
}

/** A property of every step of every case. */
function always(look: (step: Step) => void, runs = 150): void {
  fc.assert(
    fc.property(randomJourney(45), (journey) => {
      play(journey, look);
    }),
    { numRuns: runs },
  );
}

const decideAgain = ({ command, after, now, by }: Step) =>
  complaintDecider.decide(command, after, contextAt(now, by));

describe('random cases: whoever asks whatever, at any time', () => {
  it('deciding never throws, and the same command again changes nothing', () => {
    always((step) => {
      const again = decideAgain(step);
      if (step.events.length > 0) expect(isRefusal(again) ? [] : again).toEqual([]);
    });
  });

  it('a refusal names its facts without any personal text', () => {
    always(({ command, before, now, by }) => {
      const answer = complaintDecider.decide(command, before, contextAt(now, by));
      if (isRefusal(answer)) expect(JSON.stringify(answer.facts)).not.toMatch(/\$sealed|sealed |subject-/);
    });
  });

  it('the same history, read from its stored form in one go, leads to the same case', () => {
    fc.assert(
      fc.property(randomJourney(45), (journey) => {
        let last: Complaint = complaintDecider.initial;
        const history = play(journey, ({ after }) => (last = after));
        const stored = JSON.parse(JSON.stringify(history)) as ComplaintEvent[];
        expect(JSON.stringify(fold(complaintDecider, stored))).toBe(JSON.stringify(last));
      }),
      { numRuns: 150 },
    );
  });

  it('what is shown as possible or refused is so when it is asked, with the same code', () => {
    always(({ after, now, by, turn, events }) => {
      if (after.phase !== 'unregistered' && events.length > 0) agree(after, now, by, turn);
    }, 60);
  });

  it('every clock comes to one end; after it only a new finding, which says what it was before', () => {
    always(({ history, events }) => {
      if (events.length > 0) expect(faultsOfClocks(history)).toEqual([]);
    });
  });

  it('timers are exactly the open rings of the running clocks, at every step', () => {
    fc.assert(
      fc.property(randomJourney(45), (journey) => {
        const timers = new Map<string, string>();
        let seen = 0;
        play(journey, ({ history, after }) => {
          for (const effect of history.slice(seen).flatMap((event) => timersOf(event))) {
            const name = `${effect.clock} ${effect.rung}`;
            if (effect.op === 'set') timers.set(name, `${effect.fireAt} ${String(effect.revision)}`);
            else expect(timers.delete(name)).toBe(true);
          }
          seen = history.length;
          expect(Object.fromEntries(timers)).toEqual(openRings(after));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('no clock is missed before its time, nor reminded twice of one thing', () => {
    always(({ events, now, history }) => {
      if (events.length === 0) return;
      for (const event of events) if (event.type === 'ClockMissed') expect(event.data.at <= now).toBe(true);
      const reminders = history
        .filter(({ type }) => type === 'ClockReminded')
        .map(({ data }) =>
          JSON.stringify([(data as { clock: string }).clock, (data as { rung: string }).rung]),
        );
      expect(new Set(reminders).size).toBe(reminders.length);
    });
  });

  it('the phase as read models fold it is the phase of the case', () => {
    const start: Progress = { phase: 'registered', served: [], answered: false };
    always(({ history, after, events }) => {
      if (after.phase === 'unregistered' || events.length === 0) return;
      const progress = history.slice(1).reduce(advance, start);
      const known = progressOf(after);
      expect({ ...progress, served: progress.served.toSorted() }).toEqual({
        ...known,
        served: known.served.toSorted(),
      });
    });
  });

  it('separation of duties: nobody passes the own work', () => {
    always(({ history, after, events }) => {
      if (events.length === 0 || after.phase === 'unregistered') return;
      const did = <T extends ComplaintEvent['type']>(type: T, among = history) =>
        among
          .filter((event) => event.type === type)
          .map(({ data }) => data as Extract<ComplaintEvent, { type: T }>['data']);
      const reviewers = did('PreliminaryReviewCompleted').map(({ reviewedBy }) => reviewedBy);
      for (const decision of did('AcceptanceDecided')) {
        const { decidedBy } = decision;
        const before = history.slice(
          0,
          history.findIndex(({ data }) => data === decision),
        );
        const reports = did('PreliminaryReviewCompleted', before);
        expect(reports.map(({ reviewedBy }) => reviewedBy)).not.toContain(decidedBy);
        if (decision.outcome === 'reject') expect(decidedBy).not.toBe(after.registration.registeredBy);
      }
      for (const { by } of did('ReviewReturned'))
        expect(reviewers[0] === by && reviewers.length === 1).toBe(false);
      for (const { approvedBy } of did('CaseFiled'))
        expect(did('CaseFilingRequested').map(({ by }) => by)).not.toContain(approvedBy);
      const drafters = new Map(
        did('DocumentDrafted').map(({ documentId, draftedBy }) => [documentId, draftedBy]),
      );
      for (const { documentId, issuedBy } of did('DocumentIssued'))
        expect(drafters.get(documentId)).not.toBe(issuedBy);
      const issued = did('DocumentIssued').map(({ documentId }) => documentId);
      for (const { documentId } of did('DocumentServed')) expect(issued).toContain(documentId);
    }, 100);
  });

  it('silence is noted once, a wait is overdue once for each request, and an ended case has no clock left', () => {
    always(({ history, after, events }) => {
      if (events.length === 0) return;
      const count = (type: string) => history.filter((event) => event.type === type).length;
      const withdrawn = history.filter(
        ({ type, data }) =>
          type === 'ConsequenceWithdrawn' && data.consequence === 'note-silence-and-continue',
      ).length;
      expect(count('RespondentReplyOverdue')).toBeLessThanOrEqual(1 + withdrawn);
      expect(count('SupplementOverdue')).toBeLessThanOrEqual(count('SupplementRequested'));
      if (after.phase === 'unregistered' || !ENDS.includes(after.phase)) return;
      // A report that is sent back is owed again, wherever the case has come to (A15).
      const left = after.clocks.filter(({ status }) => status === 'running' || status === 'paused');
      expect(left.filter(({ code }) => code !== 'DL-REPORT-BACK')).toEqual([]);
    });
  });

  it('every move is in the table, and everything in the table comes about', () => {
    const seen = new Set<string>();
    const looked = new Map<string, number>();
    const move = (asked: Asked, before: Complaint) => {
      const answer = complaintDecider.decide(asked.command, before, contextAt(asked.now, asked.by));
      if (isRefusal(answer) || answer.length === 0) return;
      const { phase } = fold(complaintDecider, answer, before);
      seen.add(`${asked.command.type}: ${before.phase} → ${phase}`);
    };
    for (const journey of fc.sample(randomJourney(70), { numRuns: 300, seed: 42 })) {
      play(journey, ({ command, now, by, turn, before, after, events }) => {
        if (events.length === 0 || after.phase === 'unregistered') return;
        move({ command, now, by }, before);
        const times = looked.get(after.phase) ?? 0;
        if (times >= 40) return;
        looked.set(after.phase, times + 1);
        for (const asked of everythingPossible(after, turn, now)) move(asked, after);
      });
    }
    for (const move of rareMoves()) seen.add(move);
    const declared = declaredMoves();
    expect([...seen].filter((move) => !declared.includes(move))).toEqual([]);
    expect(declared.filter((move) => leadsOn(move) && !seen.has(move))).toEqual([]);
    // What leaves the case where it is comes about at all, if not in each phase.
    const acts = new Set([...seen].map((move) => move.split(':', 1)[0]));
    expect(Object.keys(TRANSITIONS).filter((act) => !acts.has(act))).toEqual([]);
  });
});

function openRings(state: Complaint): Record<string, string> {
  if (state.phase === 'unregistered') return {};
  return Object.fromEntries(
    state.clocks
      .filter(({ status }) => status === 'running' || status === 'paused')
      .flatMap((clock) =>
        clock.rings
          .filter(({ rung }) => clock.open.includes(rung))
          .map(({ rung, at }) => [`${clock.clock} ${rung}`, `${at} ${String(clock.revision)}`]),
      ),
  );
}

/** Refusals that depend on what the command says, not on the case. */
const OF_CONTENTS: readonly string[] = [
  'happened-in-the-future',
  'happened-too-early',
  'service-incomplete',
  'attempt-contradicts-method',
  'document-deemed-served',
  'pause-needs-both-parties',
  'pause-ends-before-it-begins',
  'pause-beyond-statutory-time',
];

function agree(state: RegisteredComplaint, now: Instant, by: Asked['by'], turn: Turn): void {
  for (const { action, refusal, ...about } of possibleActions(state, contextAt(now, by))) {
    const command = commandOf(action, state, turn, now, about);
    if (command.type === 'DraftDocument') Object.assign(command.data, { documentId: 'a new one' });
    const answer = complaintDecider.decide(command, state, contextAt(now, by));
    const code = isRefusal(answer) ? answer.refused : undefined;
    const repeated = !isRefusal(answer) && answer.length === 0;
    const right = refusal ? repeated || code === refusal.refused : onlyContentsStand(code, about);
    if (!right)
      throw new Error(`${action} ${JSON.stringify(about)}: ${String(refusal?.refused)}, but ${String(code)}`);
  }
}

/** Nothing in the case stands against it: at most what the command says. */
function onlyContentsStand(code: string | undefined, about: { readonly documentKind?: string }): boolean {
  if (about.documentKind === undefined) return code !== 'action-not-in-this-phase';
  return code === undefined || OF_CONTENTS.includes(code);
}

function leadsOn(move: string): boolean {
  const [, from, to] = /: (\S+) → (\S+)$/.exec(move) ?? [];
  return from !== to;
}

/** Everything that the table says can follow, written as it is seen. */
function declaredMoves(): string[] {
  return (Object.keys(TRANSITIONS) as ComplaintCommandType[]).flatMap((command) =>
    TRANSITIONS[command].from.flatMap((from) =>
      nextPhases(TRANSITIONS[command], from).map((to) => `${command}: ${from} → ${to}`),
    ),
  );
}
