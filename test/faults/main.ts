/**
 * `npm run faults -- --minutes 10 --seed 7 --queue both`: a long run, on each queue in turn. Ends with 1 when a promise
 * was broken.
 */
import { parseArgs } from 'node:util';
import type { QueueKind } from './queue/port.js';
import { inWords } from './report.js';
import { faultsWith, runFaults } from './run.js';
import { brokenIn, timersInWords } from './timers/report.js';
import { runTimerFaults, timerFaultsWith } from './timers/run.js';
import { findFaketime } from './wall-clock.js';

const USAGE = `npm run faults -- [options]
  --minutes 10         how long faults are injected, on all queues together; as long as it takes with --faults
  --faults 500         how many faults are injected, on all queues together
  --queue redis        where the queue is kept: redis, postgres, or both in turn
  --seed 7             by chance unless told
  --clients 4          how many people work meanwhile
  --only worker        faults with that word in their name
  --timers             timers alone, without the office around them: many more faults in the same time
  --list               the faults there are`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    faults: { type: 'string' },
    queue: { type: 'string', default: 'redis' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    clients: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    timers: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const QUEUES: Readonly<Record<string, readonly QueueKind[]>> = {
  redis: ['redis'],
  postgres: ['postgres'],
  both: ['redis', 'postgres'],
};
const queues = QUEUES[values.queue];
if (values.help || queues === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const possible = values.timers ? timerFaultsWith : faultsWith;
const chosen = (queue: QueueKind) => possible(queue).filter(({ name }) => name.includes(values.only));
if (values.list || queues.every((queue) => chosen(queue).length === 0)) {
  for (const queue of queues) {
    console.log(`queue in ${queue}:`);
    for (const { name, model } of possible(queue)) console.log(`  ${name} (${model.join(' ')})`);
  }
  process.exit(values.list ? 0 : 2);
}
if (findFaketime() === undefined)
  console.log('Without wall clocks astray: libfaketime is not installed (apt-get install faketime).');

const enough = values.faults === undefined ? undefined : Math.ceil(Number(values.faults) / queues.length);
const minutes = Number(values.minutes ?? (enough === undefined ? 10 : Infinity)) / queues.length;
const say = (words: string): void => console.log(words);
let broken = 0;
for (const queue of queues) {
  const settings = { seed: Number(values.seed), queue, faultsMs: minutes * 60_000, enough, say };
  console.log(`Faults with the queue in ${queue}, seed ${values.seed}`);
  if (values.timers) {
    const report = await runTimerFaults({ ...settings, faults: chosen(queue) });
    console.log(`\n${timersInWords(report)}\n`);
    broken += brokenIn(report);
  } else {
    const report = await runFaults({ ...settings, faults: chosen(queue), clients: Number(values.clients) });
    console.log(`\n${inWords(report)}\n`);
    broken += report.violations.length + report.faults.length;
  }
}
process.exit(broken === 0 ? 0 : 1);
