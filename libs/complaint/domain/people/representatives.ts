import type { Answer, Guard } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { PeopleCommands } from './commands.js';
import { everybodyConsents, isJoint, representativesOf } from './consent.js';

/** G53: four or more complainants act through representatives. */
export const complaintIsJoint: Guard = (state) =>
  isJoint(state)
    ? null
    : no('not-a-joint-complaint', { complainants: state.registration.complainants.length });

/** G53: one to three of the complainants, elected or changed with the consent of all. */
export function electRepresentatives(
  state: RegisteredComplaint,
  data: PeopleCommands['ElectRepresentatives'],
  context: Context,
): Answer {
  const subjects = new Set(state.registration.complainants.map(({ subject }) => subject));
  const representatives = [...new Set(data.representatives)].toSorted();
  const strangers = representatives.some((one) => !subjects.has(one));
  if (strangers || representatives.length < 1 || representatives.length > 3) {
    return no('representatives-not-as-required', {
      complainants: subjects.size,
      representatives: representatives.length,
      strangers,
    });
  }
  if (representatives.join() === representativesOf(state).toSorted().join()) return [];
  const electedAt = data.electedAt ?? context.now;
  const consents = [...new Set(data.consents)].toSorted();
  return (
    checkWhen('electedAt', electedAt, state.registration.receivedAt, context) ??
    everybodyConsents(state, consents, 'act') ?? [
      {
        type: 'RepresentativesElected',
        data: { representatives, consents, electedAt, recordedBy: context.actor.id },
      },
    ]
  );
}
