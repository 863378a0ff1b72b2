import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { Complainant } from '../intake/facts.js';

/** From so many complainants on a complaint is a joint one, with representatives (共同投诉, G53). */
const JOINT_FROM = 4;
const MOST_REPRESENTATIVES = 3;

export function isJoint(complainants: readonly Complainant[]): boolean {
  return complainants.length >= JOINT_FROM;
}

/** Who speaks for a joint complaint now. */
export function representativesOf(state: RegisteredComplaint): readonly string[] {
  return state.representatives ?? state.registration.representatives;
}

/** G53: a joint complaint has one to three representatives, chosen among the complainants. */
export function checkRepresentatives(
  complainants: readonly Complainant[],
  representatives: readonly string[],
): ComplaintRefusal | null {
  const subjects = new Set(complainants.map(({ subject }) => subject));
  const count = new Set(representatives).size;
  const strangers = representatives.some((subject) => !subjects.has(subject));
  const fits = !strangers && count <= MOST_REPRESENTATIVES && (count > 0 || !isJoint(complainants));
  return fits
    ? null
    : no('representatives-not-as-required', {
        complainants: complainants.length,
        representatives: count,
        strangers,
      });
}
