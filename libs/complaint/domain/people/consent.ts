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
  return isJoint(state) ? everybodySigned(state, consents, power) : null;
}

/**
 * G26, G29, G53: what binds the complainants bears the signature of each of them, joint or not, or of an agent with
 * that power. @param signers subjects of complainants, and ids of agents, who signed
 */
export function everybodySigned(
  state: RegisteredComplaint,
  signers: readonly string[],
  power: AgentPower,
): ComplaintRefusal | null {
  const byAgents = (state.agents ?? [])
    .filter(({ agentId, powers, revokedAt }) => {
      return revokedAt === undefined && powers.includes(power) && signers.includes(agentId);
    })
    .flatMap(({ principals }) => principals);
  const agreed = new Set([...signers, ...byAgents]);
  const { complainants } = state.registration;
  const missing = complainants.filter(({ subject }) => !agreed.has(subject)).length;
  return missing === 0
    ? null
    : no('consent-of-all-missing', {
        complainants: complainants.length,
        consented: complainants.length - missing,
      });
}
