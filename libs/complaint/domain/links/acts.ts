import type { Acts } from '../case/act.js';
import { PHASES } from '../case/state.js';
import type { LinksCommands } from './commands.js';
import { linkComplaint, linkComplaints, standingLinks, unlinkComplaint } from './links.js';

const NOT_PUT_AWAY = PHASES.filter((phase) => phase !== 'archived');

export const linksActs: Acts<LinksCommands> = {
  LinkComplaint: { from: NOT_PUT_AWAY, to: ['same'], decide: linkComplaint },
  LinkComplaints: { from: NOT_PUT_AWAY, to: ['same'], decide: linkComplaints },
  UnlinkComplaint: {
    from: NOT_PUT_AWAY,
    to: ['same'],
    each: (state) => standingLinks(state).map(({ linkId }) => ({ parameters: { linkId } })),
    decide: unlinkComplaint,
  },
};
