import { dayInChina } from '#kernel';
import type { Evolving } from '../case/evolving.js';
import type { ContactEvents } from './events.js';

export const contactEvolve: Evolving<ContactEvents> = {
  ContactDisclosed: (state, { by, subject, at, purpose }) => ({
    ...state,
    disclosures: [...(state.disclosures ?? []), { by, subject, day: dayInChina(at), purpose }],
  }),
};
