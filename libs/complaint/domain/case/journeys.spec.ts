import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRefusal, nextPhases, type Instant } from '#kernel';
import { SHIPPED } from '#rulebook';
import { possibleActions } from './allowed-actions.js';
import type { ComplaintCommandType } from './commands.js';
import { contextAt as contextOf, type Person } from '../fixture/complaint.js';
import { complaintDecider } from './decider.js';
import {
  OF_CALLS,
  OF_CLOCKS,
  OF_DECIDING,
  OF_OUTCOMES,
  OF_PEOPLE,
  storedAsItIs,
  type Invariant,
} from '../fixture/invariants/index.js';
import { modelRun } from '../fixture/model-run.js';
import { play as playOn, type PlayedCase } from '../fixture/playing.js';
import {
  commandOf,
  everythingPossible,
  randomJourney,
  type Asked,
  type Turn,
} from '../fixture/random-journey.js';
import { livelyBook } from '../fixture/lively-book.js';
import { rareMoves } from '../fixture/rare-moves.js';
import type { Complaint, RegisteredComplaint } from './state.js';
import { TRANSITIONS } from './transitions.js';

/** A calendar that is amended every month, so that it moves clocks while they run. */
const BOOK = livelyBook('2025-01-01', 36);
const contextAt = (now: Instant, by: Person) => contextOf(now, by, undefined, BOOK);

type Journey = Parameters<typeof playOn>[0];
type Look = Parameters<typeof playOn>[1];
const play = (journey: Journey, look: Look) => playOn(journey, look, contextAt);

/** A property of every step of every case. */
function always(look: Look, runs = 150): void {
  fc.assert(
    fc.property(randomJourney(45), (journey) => {
      play(journey, look);
    }),
    { numRuns: runs },
  );
}

/** Invariants of every step of every case, each of them named where it is broken. */
function keep(invariants: readonly Invariant[], runs = 150): void {
  modelRun({ runs, turns: 90, contextOf: contextAt, invariants });
}

describe('random cases: whoever asks whatever, at any time', () => {
  it('deciding never throws, the same again changes nothing, a refusal names nobody, every move is declared', () => {
    keep(OF_DECIDING);
  });

  it('the same history, read from its stored form in one go, leads to the same case', () => {
    const atTheEnd = ({ history, state }: PlayedCase) => {
      const broken = storedAsItIs(history, state);
      if (broken) throw broken;
    };
    modelRun({ runs: 150, turns: 90, contextOf: contextAt, invariants: [], atTheEnd });
  });

  it('what is shown as possible or refused is so when it is asked, with the same code', () => {
    always(({ after, now, by, turn, events }) => {
      if (after.phase !== 'unregistered' && events.length > 0) agree(after, now, by, turn);
    }, 60);
  });

  it('G08, G19: clocks: one end each, timers are their open rings, never early, no rung twice, counted as explained', () => {
    keep(OF_CLOCKS);
  });

  it('H05, H07: what is owed on the phone has a term, and no result comes without who has to tell it', () => {
    keep(OF_CALLS);
  });

  it('G09, G14, G62, H17: nobody passes the own work, nor acts where he stands aside', () => {
    keep(OF_PEOPLE);
  });

  it('G22, G23, G26, G28, G30, G31, G33, G53, G57, A08, A09: hold on the way to the outcome, of which there is one', () => {
    keep(OF_OUTCOMES, 250);
  });

  it('every move is in the table, and everything in the table comes about, and so does every rulebook', () => {
    const rulebooks = new Set<string | undefined>();
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
        const { internal, statutory, overlay } = after.registration.rulebooks;
        for (const id of [internal, statutory, overlay]) rulebooks.add(id);
        move({ command, now, by }, before);
        const times = looked.get(after.phase) ?? 0;
        if (times >= 40) return;
        looked.set(after.phase, times + 1);
        for (const asked of everythingPossible(after, turn, now)) move(asked, after);
      });
    }
    expect(SHIPPED.all.filter(({ id }) => !rulebooks.has(id))).toEqual([]);
    for (const move of rareMoves()) seen.add(move);
    const declared = declaredMoves();
    expect([...seen].filter((move) => !declared.includes(move))).toEqual([]);
    expect(declared.filter((move) => leadsOn(move) && !seen.has(move))).toEqual([]);
    // What leaves the case where it is comes about at all, if not in each phase.
    const acts = new Set([...seen].map((move) => move.split(':', 1)[0]));
    expect(Object.keys(TRANSITIONS).filter((act) => !acts.has(act))).toEqual([]);
  });
});

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
