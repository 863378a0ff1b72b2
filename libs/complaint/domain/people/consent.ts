import type { Instant } from '#kernel';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { AgentPower } from './facts.js';
import { isJoint } from './joint.js';

/**
 * G53: in a joint complaint, changing representatives, waiving a claim, settling and withdrawing need everybody.
 * An agent who had that power at the time consents for those he acts for.
 * @param consents subjects of complainants, and ids of agents, who agreed
 * @param at when they agreed: an authority that ended later held then
 */
export function everybodyConsents(
  state: RegisteredComplaint,
  consents: readonly string[],
  power: AgentPower,
  at: Instant,
): ComplaintRefusal | null {
  return isJoint(state.registration.complainants) ? everybodySigned(state, consents, power, at) : null;
}

/**
 * G26, G29, G53: what binds the complainants bears the signature of each of them, joint or not, or of an agent with
 * that power. @param signers subjects of complainants, and ids of agents, who signed
 * @param at when they signed
 */
export function everybodySigned(
  state: RegisteredComplaint,
  signers: readonly string[],
  power: AgentPower,
  at: Instant,
): ComplaintRefusal | null {
  const byAgents = (state.agents ?? [])
    .filter(({ agentId, powers }) => powers.includes(power) && signers.includes(agentId))
    .filter(
      ({ authorisedAt, revokedAt }) => authorisedAt <= at && (revokedAt === undefined || at < revokedAt),
    )
    .flatMap(({ principals }) => principals);
  const agreed = new Set([...signers, ...byAgents]);
  const { complainants } = state.registration;
  const consented = complainants.filter(({ subject }) => agreed.has(subject)).length;
  return consented === complainants.length
    ? null
    : no('consent-of-all-missing', { complainants: complainants.length, consented });
}
