export { RulebooksUnusable, sentenceOf, type RulebookFault } from './faults.js';
export { shelfWithFiles, shelfWithFolder } from './files.js';
