import type { Add } from './findings.js';
import {
  STOP_FACTS,
  type Consequence,
  type Rulebook,
  type StartFact,
  type StopFact,
  type TermRule,
} from './types.js';

/**
 * Facts of one document or one call: they stop only the clock that started about that very one, and so none of another
 * start. Replenishment is not recorded yet, neither its notice nor its proof: no clock of it ever runs.
 */
const OF_ONE_START: Readonly<Partial<Record<StopFact, StartFact>>> = {
  'published-document-served': 'document-published',
  'followed-up': 'case-closed',
  'result-told': 'result-known',
  'replenishment-proved': 'replenishment-notice-served',
};

/** Answers to what need not happen in a case: without an urge nobody answers one. */
const ANSWER_TO: Readonly<Partial<Record<StopFact, StartFact>>> = {
  'supplement-received': 'supplement-requested',
  'urge-answered': 'urged',
  'jurisdiction-designated': 'designation-sought',
  'reported-to-referrer': 'referral-received',
};

const AFTER_ACCEPTANCE: readonly StopFact[] = [
  'document-served:D04',
  'document-served:D05',
  'respondent-replied',
  'settlement-reported',
  'mediation-concluded',
  'ruling-issued',
  'case-disposed',
];

const AFTER_FACTS: readonly StopFact[] = [
  'settlement-reported',
  'mediation-concluded',
  'ruling-issued',
  'case-disposed',
];

const ANYTHING = STOP_FACTS.filter((fact) => OF_ONE_START[fact] === undefined);

/** What can still happen in a case once a clock of that start runs. */
const CAN_FOLLOW: Readonly<Record<StartFact, readonly StopFact[]>> = {
  'complaint-registered': ANYTHING,
  'supplement-requested': ANYTHING,
  'preliminary-review-completed': ANYTHING.filter(
    (fact) => fact !== 'supplement-received' && fact !== 'preliminary-review-completed',
  ),
  'acceptance-decided:accept': AFTER_ACCEPTANCE,
  'acceptance-decided:reject': ['document-served:D06', 'case-disposed'],
  'acceptance-decided:transfer': ['document-sent:D08', 'document-served:D08', 'case-disposed'],
  'acceptance-decided:refer-down': ['document-served:D07', 'referral-reported', 'case-disposed'],
  'document-served:D05': AFTER_ACCEPTANCE.filter((fact) => fact !== 'document-served:D05'),
  'document-served:D07': ['referral-reported', 'case-disposed'],
  'case-sent-down': ['document-served:D07', 'referral-reported', 'case-disposed'],
  'referral-received': ['reported-to-referrer', 'case-disposed'],
  'designation-sought': ['jurisdiction-designated'],
  urged: ['urge-answered'],
  'document-published': ['published-document-served'],
  'facts-established': AFTER_FACTS,
  'mediation-failed': ['ruling-issued', 'case-disposed'],
  'replenishment-notice-served': ['replenishment-proved'],
  'case-reopened': ANYTHING,
  'case-closed': ['followed-up'],
  'result-known': ['result-told'],
};

/** What these do when a term has run out is about one fact that did not come; of another term it would be about nothing. */
const FITS: Readonly<
  Partial<Record<Consequence, { readonly stop: StopFact; readonly starts: readonly StartFact[] }>>
> = {
  'return-to-review': { stop: 'supplement-received', starts: ['supplement-requested'] },
  'note-silence-and-continue': { stop: 'respondent-replied', starts: ['document-served:D05'] },
  'start-mediation': {
    stop: 'settlement-reported',
    starts: ['acceptance-decided:accept', 'document-served:D05', 'facts-established'],
  },
  'end-mediation': {
    stop: 'mediation-concluded',
    starts: ['acceptance-decided:accept', 'document-served:D05', 'facts-established'],
  },
  'deem-served': { stop: 'published-document-served', starts: ['document-published'] },
};

/** Whether a term can stop by what it waits for, and whether anything would follow if it did not. */
export function checkCourse(rulebook: Rulebook, term: TermRule, at: string, add: Add): void {
  const { start, stop, onMiss } = term;
  const impossible = (fact: StopFact) => !CAN_FOLLOW[start].includes(fact);
  stop.forEach((fact, index) => {
    if (impossible(fact)) add('stop-cannot-follow-start', `${at}/stop/${String(index)}`, fact);
  });
  const [first] = stop;
  if (first !== undefined && stop.every((fact) => !impossible(fact) && needNotCome(rulebook, start, fact)))
    add(first === 'ruling-issued' ? 'stop-never-comes' : 'stop-needs-occasion', `${at}/stop/0`, first);
  const fit = FITS[onMiss];
  if (fit && !(stop.includes(fit.stop) && fit.starts.includes(start)))
    add('miss-without-effect', `${at}/onMiss`, onMiss);
}

/** It waits for an occasion that the start does not bring about, so a term that waits for nothing else might never stop. */
function needNotCome(rulebook: Rulebook, start: StartFact, fact: StopFact): boolean {
  if (fact === 'ruling-issued') return !canBeRuled(rulebook, start);
  return ANSWER_TO[fact] !== undefined && ANSWER_TO[fact] !== start;
}

/**
 * Where mediation ends in a termination no ruling is ever issued (A08, G57). Terms of failed mediation start only where a
 * ruling follows; any other term cannot tell, unless it stands in the law that provides for the ruling.
 */
function canBeRuled({ kind, procedure }: Rulebook, start: StartFact): boolean {
  const provided = procedure?.failedMediation.value;
  return start === 'mediation-failed'
    ? provided !== 'termination'
    : kind === 'statutory' && provided === 'ruling';
}
