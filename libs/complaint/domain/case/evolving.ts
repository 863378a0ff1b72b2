import { isDecided, type DecidedComplaint, type RegisteredComplaint } from './state.js';

/** What each event of a topic does to the facts of the case. The phase follows in `progress.ts`. */
export type Evolving<Facts> = {
  readonly [Type in keyof Facts]: (state: RegisteredComplaint, data: Facts[Type]) => RegisteredComplaint;
};

/** The case before the decision. @throws when it is decided: a history that says otherwise is damaged */
export function undecided(state: RegisteredComplaint, event: string): RegisteredComplaint {
  if (isDecided(state)) throw new Error(`${event} after the decision`);
  return state;
}

/** The case after the decision. @throws when it is not decided: a history that says otherwise is damaged */
export function decidedCase(state: RegisteredComplaint, event: string): DecidedComplaint {
  if (!isDecided(state)) throw new Error(`${event} before the decision`);
  return state;
}
