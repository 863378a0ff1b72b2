import type { Instant, JsonObject } from '#kernel';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { Claim, ClaimLimitation, Review } from '../intake/facts.js';

/** When the complainants gave the claim up; undefined where they still ask for it. */
export function waivedAtOf({ waivers = [] }: RegisteredComplaint, claim: number): Instant | undefined {
  return waivers.find(({ claims }) => claims.includes(claim))?.waivedAt;
}

/** A claim that is still asked for, with its place in the register. */
export interface ClaimAsked extends Claim {
  readonly claim: number;
}

/** Everything that is still asked for: what was registered and not waived (G53). */
export function claimsAsked(state: RegisteredComplaint): readonly ClaimAsked[] {
  return state.registration.claims
    .map((of, claim) => ({ ...of, claim }))
    .filter(({ claim }) => waivedAtOf(state, claim) === undefined);
}

/** What the office has to deal with: asked for, and not left out because it came too late (A07). */
export function claimsStanding(state: RegisteredComplaint): readonly ClaimAsked[] {
  const late = isDecided(state) ? state.decision.claimsOutOfTime : [];
  return claimsAsked(state).filter(({ claim }) => !late.includes(claim));
}

/** Limitation of what is still asked for: in time or not goes by those alone (A07, G53). */
export function limitationAsked(state: RegisteredComplaint, { limitation }: Review): ClaimLimitation[] {
  return limitation.filter(({ claim }) => waivedAtOf(state, claim) === undefined);
}

/** The claims as a document lists them, with their figures: none that was waived before it was drawn up (G53). */
export function claimsListed(state: RegisteredComplaint): JsonObject[] {
  return claimsAsked(state).map(({ kind, details }) => ({ kind, ...details }));
}
