export { dryRunOn } from './dry-run-on.js';
export { refusedInWords } from './refused-moves.js';
export { RulebooksUnusable, sentenceOf, type RulebookFault } from './faults.js';
export { shelfWithFiles, shelfWithFolder } from './files.js';
