export { dryRunOn } from './dry-run-on.js';
export { RulebooksUnusable, sentenceOf, type RulebookFault } from './faults.js';
export { shelfWithFiles, shelfWithFolder } from './files.js';
