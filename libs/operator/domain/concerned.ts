import type { Context } from './context.js';
import type { Concerned, Investigation } from './facts.js';
import { no, type DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

/** H17: nobody records or works on a complaint about himself. */
export function isNotConcerned({ staff }: Concerned, { actor }: Context): DirectComplaintRefusal | null {
  return staff.includes(actor.id) ? no('complaint-is-about-you') : null;
}

/** H17: who is complained of is not made responsible, does not investigate and does not mediate. */
export function noneConcerned(
  { registration }: ReceivedComplaint,
  people: readonly string[],
): DirectComplaintRefusal | null {
  const found = people.find((id) => registration.concerned.staff.includes(id));
  return found === undefined ? null : no('person-is-complained-of', { person: found });
}

/** B10: at least two different people. */
export function areTwo({ investigators }: Investigation): DirectComplaintRefusal | null {
  const different = [...new Set(investigators)];
  return different.length < 2 ? no('too-few-investigators', { investigators: different, atLeast: 2 }) : null;
}

/**
 * B10, B11: an outcome rests on an investigation by two people who are not complained of, also when only a
 * correction has shown who that is.
 */
export function isInvestigated(state: ReceivedComplaint): DirectComplaintRefusal | null {
  const { staff } = state.registration.concerned;
  const counted = state.investigations.map(({ investigators }) =>
    [...new Set(investigators)].filter((id) => !staff.includes(id)),
  );
  const most = counted.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return most.length < 2 ? no('too-few-investigators', { investigators: most, atLeast: 2 }) : null;
}
