import type { Evolving } from '../case/evolving.js';
import type { LinksEvents } from './events.js';

export const linksEvolve: Evolving<LinksEvents> = {
  ComplaintLinked: (state, link) => ({ ...state, links: [...(state.links ?? []), link] }),
  ComplaintUnlinked: (state, { linkId, ...ended }) => ({
    ...state,
    links: (state.links ?? []).map((link) => (link.linkId === linkId ? { ...link, ended } : link)),
  }),
};
