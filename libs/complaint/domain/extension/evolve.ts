import type { Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { ExtensionEvents } from './events.js';

export const extensionEvolve: Evolving<ExtensionEvents> = {
  ExtensionRequested: (state, asked) => ({ ...state, extensions: [...(state.extensions ?? []), asked] }),
  ExtensionApproved: (state, said) => answered(state, said, true),
  ExtensionRefused: (state, said) => answered(state, said, false),
};

function answered(
  state: RegisteredComplaint,
  { extensionId, clock: _, days: __, ...said }: ExtensionEvents['ExtensionApproved'],
  granted: boolean,
): RegisteredComplaint {
  return {
    ...state,
    extensions: (state.extensions ?? []).map((one) =>
      one.extensionId === extensionId ? { ...one, answer: { granted, ...said } } : one,
    ),
  };
}
