import type { Acts } from '../case/act.js';
import { PHASES } from '../case/state.js';
import type { ContactCommands } from './commands.js';
import { discloseContact } from './disclosure.js';

export const contactActs: Acts<ContactCommands> = {
  DiscloseContact: { from: PHASES, to: ['same'], decide: discloseContact },
};
