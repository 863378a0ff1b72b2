import type { Answer, Guard } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { PeopleCommands } from './commands.js';
import { everybodyConsents } from './consent.js';
import { checkRepresentatives, isJoint, representativesOf } from './joint.js';

/** G53: four or more complainants act through representatives. */
export const complaintIsJoint: Guard = (state) =>
  isJoint(state.registration.complainants)
    ? null
    : no('not-a-joint-complaint', { complainants: state.registration.complainants.length });

/** G53: one to three of the complainants, elected or changed with the consent of all. */
export function electRepresentatives(
  state: RegisteredComplaint,
  data: PeopleCommands['ElectRepresentatives'],
  context: Context,
): Answer {
  const representatives = [...new Set(data.representatives)].toSorted();
  const unfit = checkRepresentatives(state.registration.complainants, representatives);
  if (unfit) return unfit;
  if (representatives.join() === representativesOf(state).toSorted().join()) return [];
  const electedAt = data.electedAt ?? context.now;
  const consents = [...new Set(data.consents)].toSorted();
  return (
    checkWhen('electedAt', electedAt, state.registration.receivedAt, context) ??
    everybodyConsents(state, consents, 'act', electedAt) ?? [
      {
        type: 'RepresentativesElected',
        data: { representatives, consents, electedAt, recordedBy: context.actor.id },
      },
    ]
  );
}
