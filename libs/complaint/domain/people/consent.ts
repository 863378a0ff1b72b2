import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { AgentPower } from './facts.js';

/** From so many complainants on a complaint is a joint one, with representatives (共同投诉, G53). */
export const JOINT_FROM = 4;

export function isJoint(state: RegisteredComplaint): boolean {
  return state.registration.complainants.length >= JOINT_FROM;
}

/** Who speaks for a joint complaint now. */
export function representativesOf(state: RegisteredComplaint): readonly string[] {
  return state.representatives ?? state.registration.representatives;
}

/**
 * G53: in a joint complaint, changing representatives, waiving a claim, settling and withdrawing need everybody.
 * An agent with that power consents for those he acts for.
 * @param consents subjects of complainants, and ids of agents, who agreed
 */
export function everybodyConsents(
  state: RegisteredComplaint,
  consents: readonly string[],
  power: AgentPower,
): ComplaintRefusal | null {
  if (!isJoint(state)) return null;
  const byAgents = (state.agents ?? [])
    .filter(({ agentId, powers, revokedAt }) => {
      return revokedAt === undefined && powers.includes(power) && consents.includes(agentId);
    })
    .flatMap(({ principals }) => principals);
  const agreed = new Set([...consents, ...byAgents]);
  const { complainants } = state.registration;
  const missing = complainants.filter(({ subject }) => !agreed.has(subject)).length;
  return missing === 0
    ? null
    : no('consent-of-all-missing', {
        complainants: complainants.length,
        consented: complainants.length - missing,
      });
}
