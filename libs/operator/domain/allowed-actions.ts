import type { ActType } from './act.js';
import { ACTS } from './acts.js';
import type { Context } from './context.js';
import { guard } from './decider.js';
import type { DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

/** Something a person could ask of the complaint now, and why not if he cannot. */
export interface PossibleAct {
  readonly action: ActType;
  readonly refusal?: DirectComplaintRefusal;
}

/** What can be done now, and for everything else the rule that stands against it. */
export function possibleActs(state: ReceivedComplaint, context: Context): PossibleAct[] {
  return (Object.keys(ACTS) as ActType[]).map((action) => {
    const refusal = guard(action, state, context);
    return refusal ? { action, refusal } : { action };
  });
}
