import type { Evolving } from '../case/evolving.js';
import { handedOver } from '../handover/evolve.js';
import type { JurisdictionEvents } from './events.js';

export const jurisdictionEvolve: Evolving<JurisdictionEvents> = {
  JurisdictionDetermined: (state, jurisdiction) => ({ ...state, jurisdiction }),
  DesignationSought: (state, dispute) => ({ ...state, disputes: [...(state.disputes ?? []), dispute] }),
  JurisdictionDesignated: (state, { stays, ...designation }) => {
    const { byOffice, at, office, reason } = designation;
    return stays
      ? { ...state, designation }
      : handedOver(state, { how: 'designated', at, by: byOffice, to: office, reason });
  },
};
