import { blocked, connectionsStill } from './deeds/standstill.js';
import { kill, killAt, pause, rollingRestart, updateAndBack } from './deeds/processes.js';
import { disturbed, emptied, fileLost, killed, oldCopy, stopped } from './deeds/queue.js';
import { leasesTaken, wallClocksAstray, workersAway } from './deeds/time.js';
import type { Fault } from './nemesis.js';

/** A sweep goes round every 30 s. */
const UNTIL_SWEPT = { lingersMs: 31_000 };

/** Every fault there is. One entry adds one. */
export const FAULTS: readonly Fault[] = [
  { name: 'api killed', model: ['F1'], everyRounds: 3, deed: (n) => kill(n, 'api') },
  {
    name: 'api killed after append, before answer',
    model: ['F1'],
    everyRounds: 3,
    deed: killAt('after-append', 'api', 12),
  },
  {
    name: 'api killed after number, before what it numbers',
    model: ['F1'],
    everyRounds: 3,
    deed: killAt('after-number', 'api', 2),
  },
  { name: 'worker killed', model: ['F2'], deed: (n) => kill(n, 'worker') },
  {
    name: 'worker killed after append, before answer',
    model: ['F2'],
    everyRounds: 3,
    deed: killAt('after-append', 'worker', 3),
  },
  {
    name: 'worker killed after firing, before job done',
    model: ['F2', 'F4'],
    everyRounds: 3,
    deed: killAt('after-firing', 'worker', 3),
  },
  { name: 'projector killed', model: ['F3'], deed: (n) => kill(n, 'projector') },
  {
    name: 'projector killed with a page on its way',
    model: ['F3'],
    everyRounds: 3,
    deed: killAt('page-sent', 'projector', 5),
  },
  {
    name: 'projector killed with a page stored',
    model: ['F3'],
    everyRounds: 3,
    deed: killAt('page-stored', 'projector', 5),
  },
  { name: 'worker paused', model: ['F5'], deed: (n) => pause(n, 'worker') },
  {
    name: 'worker paused for longer than the lock of its jobs',
    model: ['F5'],
    everyRounds: 9,
    deed: (n) => pause(n, 'worker', [31_000, 34_000]),
  },
  { name: 'projector paused', model: ['F5'], deed: (n) => pause(n, 'projector') },
  { name: 'api paused', model: ['F6'], deed: (n) => pause(n, 'api') },
  { name: 'Redis killed', model: ['F7'], queue: 'redis', ...UNTIL_SWEPT, deed: killed },
  {
    name: 'queue restored from a copy, a second or a long time old',
    model: ['F7'],
    ...UNTIL_SWEPT,
    deed: oldCopy,
  },
  { name: 'queue emptied', model: ['F8'], ...UNTIL_SWEPT, deed: emptied },
  { name: 'queue stopped', model: ['F8'], ...UNTIL_SWEPT, deed: stopped },
  { name: 'Redis back without its file', model: ['F8'], queue: 'redis', ...UNTIL_SWEPT, deed: fileLost },
  { name: 'PostgreSQL killed', model: ['F10'], deed: ({ stage }) => stage.engines.killPostgres() },
  { name: 'wall clocks astray', model: ['F16'], everyRounds: 3, deed: wallClocksAstray },
  { name: 'calls come twice, early, late and never', model: ['F18'], ...UNTIL_SWEPT, deed: disturbed },
  { name: 'rolling restart', model: ['F22'], everyRounds: 3, deed: rollingRestart },
  { name: 'update and back', model: ['F22'], everyRounds: 3, deed: updateAndBack },
  { name: 'no worker for three days', model: ['F23'], deed: workersAway },
  { name: 'leases taken from their leaders', model: ['F24'], deed: leasesTaken },
  {
    name: 'worker whose connections stand still',
    model: ['F5', 'F27'],
    everyRounds: 9,
    deed: connectionsStill,
  },
  { name: 'worker whose event loop is blocked', model: ['F27'], everyRounds: 9, deed: blocked },
];
