import type { JsonObject } from '#kernel';
import type { DocumentKind, Outcome, Phase } from '#complaint';
import type { Act } from '../client/acts.js';

/** One step of a sample complaint. Times are those of a clock on the wall in China. */
export interface Step {
  readonly at: string;
  readonly by: string;
  readonly act: Act | 'register';
  readonly document?: DocumentKind;
  readonly body?: JsonObject;
  /** It is done to the case that another office opened for this one. */
  readonly there?: true;
}

/** How one of the sample complaints goes. */
export interface Play {
  readonly ref: string;
  readonly steps: readonly Step[];
  /** Where it stands when all has been played and the clock has come to its end. */
  readonly ends: Phase;
  /** Where the case that another office opened for it stands then. */
  readonly endsThere?: Phase;
}

/** The step at the office that got the case, by one of its own people. */
export const there = (by: string, step: Step): Step => ({ ...step, by, there: true });

export const register = (at: string, by: string): Step => ({ at, by, act: 'register' });
export const begin = (at: string): Step => ({ at, by: 'registrar', act: 'begin-review' });

/** Point 4 of the review, for each claim: the class, and the day the period of limitation runs from. */
export type Limitation = readonly (readonly ['deposit' | 'other', string])[];

/** The four points of a review that finds everything in order; `differences` say what it finds otherwise. */
export function reviewed(
  at: string,
  scope: readonly string[],
  limitation: Limitation,
  opinion: string,
  differences: JsonObject = {},
): Step {
  return {
    at,
    by: 'registrar',
    act: 'complete-review',
    body: {
      jurisdiction: 'own-level',
      scope: [...scope],
      unmetConditions: [],
      limitation: limitation.map(([kind, startedOn], claim) => ({ claim, class: kind, startedOn })),
      recommendation: 'accept',
      opinion,
      ...differences,
    },
  };
}

/** The leader decides. An acceptance approves the filing in the same act (A03) unless told otherwise. */
export function decided(at: string, outcome: Outcome, details: JsonObject = {}): Step {
  const body = { outcome, ...(outcome === 'accept' ? { file: true } : {}), ...details };
  return { at, by: 'leader', act: 'decide', body };
}

export const assigned = (at: string, ...handlers: string[]): Step => ({
  at,
  by: 'section-head',
  act: 'assign',
  body: { handlers },
});

export const drafted = (at: string, by: string, document: DocumentKind): Step => ({
  at,
  by,
  act: 'draft',
  document,
  body: { kind: document },
});

export const issued = (at: string, document: DocumentKind): Step => ({
  at,
  by: 'section-head',
  act: 'issue',
  document,
});

/** The record of service; when it was served is when it is recorded. */
export function served(
  at: string,
  by: string,
  document: DocumentKind,
  [recipient, relation, receipt]: readonly [string, string, string],
  how: JsonObject = {},
): Step {
  return { at, by, act: 'serve', document, body: { method: 'direct', recipient, relation, receipt, ...how } };
}

/** Both notices of acceptance drawn up by the handler and issued by the section head. */
export function notices(handler: string, draftedAt: string, issuedAt: string): Step[] {
  return [
    drafted(draftedAt, handler, 'D04'),
    drafted(draftedAt, handler, 'D05'),
    issued(issuedAt, 'D04'),
    issued(issuedAt, 'D05'),
  ];
}

/** The written answer of a travel agency, with the four parts that it owes (G18). */
export function replied(
  at: string,
  by: string,
  [verificationProcess, factsAndEvidence, liability, proposedHandling]: readonly [
    string,
    string,
    string,
    string,
  ],
  evidence: readonly string[] = [],
): Step {
  const parts = { verificationProcess, factsAndEvidence, liability, proposedHandling };
  return { at, by, act: 'reply', body: { parts, evidence: [...evidence] } };
}

/** The written answer of another operator, with the three parts that every operator owes (B08). */
export function repliedByOperator(
  at: string,
  by: string,
  [cause, factsAndEvidence, proposedHandling]: readonly [string, string, string],
): Step {
  return {
    at,
    by,
    act: 'reply',
    body: { parts: { cause, factsAndEvidence, proposedHandling }, evidence: [] },
  };
}
