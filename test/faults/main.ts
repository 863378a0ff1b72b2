/** `npm run faults -- --minutes 10 --seed 7`: a long run. Ends with 1 when a promise was broken. */
import { parseArgs } from 'node:util';
import { FAULT_NAMES } from './nemesis.js';
import { inWords } from './report.js';
import { runFaults } from './run.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    count: { type: 'string', default: 'Infinity' },
    clients: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
  },
});
const faults = FAULT_NAMES.filter((name) => name.includes(values.only));
if (faults.length === 0) {
  console.error(`There is no fault like "${values.only}". There are:\n  ${FAULT_NAMES.join('\n  ')}`);
  process.exit(2);
}
console.log(`Faults for ${values.minutes} minutes, seed ${values.seed}`);
const report = await runFaults({
  seed: Number(values.seed),
  faultsMs: Number(values.minutes) * 60_000,
  enough: Number(values.count),
  clients: Number(values.clients),
  faults,
  say: (words) => console.log(words),
});
console.log(`\n${inWords(report)}`);
process.exit(report.violations.length + report.faults.length === 0 ? 0 : 1);
