import type { Evolving } from '../case/evolving.js';
import type { RulebooksEvents } from './events.js';

export const rulebooksEvolve: Evolving<RulebooksEvents> = {
  RulebookMigrated: (state, move) => ({ ...state, moves: [...(state.moves ?? []), move] }),
};
