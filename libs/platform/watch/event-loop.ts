import { Worker } from 'node:worker_threads';

/** A thread of its own looks whether the event loop still turns; on the blocked one no timer could. */
const GUARD = `
const { workerData: { turns, looks, words } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const counter = new Int32Array(turns);
let before = -1;
let still = 0;
setInterval(() => {
  const now = Atomics.load(counter, 0);
  still = now === before ? still + 1 : 0;
  before = now;
  if (still < looks) return;
  writeSync(2, words + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 1000);
`;
const TURN_MS = 250;

/**
 * Kills this process (SIGKILL: nothing gentler gets through) once its event loop has not turned for so long, in
 * seconds, so that its supervisor starts a fresh one. Looks are counted, not time: while the whole process
 * is stopped, the guard is too.
 */
export function guardEventLoop(process: string, limitSeconds = 60): void {
  const turns = new SharedArrayBuffer(4);
  const counter = new Int32Array(turns);
  const words = JSON.stringify({
    level: 60,
    process,
    msg: `the event loop has been blocked for ${limitSeconds} s; the process is killed, to be started again`,
  });
  setInterval(() => Atomics.add(counter, 0, 1), TURN_MS).unref();
  new Worker(GUARD, { eval: true, workerData: { turns, looks: limitSeconds, words } }).unref();
}
