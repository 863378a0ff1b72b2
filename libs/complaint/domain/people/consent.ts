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
  const { complainants } = state.registration;
  if (!isJoint(complainants)) return null;
  const byAgents = (state.agents ?? [])
    .filter(({ agentId, powers }) => powers.includes(power) && consents.includes(agentId))
    .filter(
      ({ authorisedAt, revokedAt }) => authorisedAt <= at && (revokedAt === undefined || at < revokedAt),
    )
    .flatMap(({ principals }) => principals);
  const agreed = new Set([...consents, ...byAgents]);
  const consented = complainants.filter(({ subject }) => agreed.has(subject)).length;
  return consented === complainants.length
    ? null
    : no('consent-of-all-missing', { complainants: complainants.length, consented });
}
