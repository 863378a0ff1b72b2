import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem, version } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const QUIET_PROBE_MS = 100;
/** Share of the machine that others may use in a quiet moment. */
const QUIET_BUSY = 0.15;
/** Linux counts CPU time in hundredths of a second for every program. */
const TICK_MICROS = 10_000;

/** The machine in one line: what it has, and how busy it is now. */
export function machineLine(): string {
  const [model] = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(2);
  return `${availableParallelism()} CPUs (${model?.model.trim()}), ${gibibytes} GiB, ${version()}, Node ${process.version}, load at start ${load}`;
}

/** Waits for a moment in which others leave the machine alone; `mostMs` at most. */
export async function quietMoment(mostMs: number): Promise<void> {
  for (const end = Date.now() + mostMs; Date.now() < end;) {
    const before = cpuTimes();
    await sleep(QUIET_PROBE_MS);
    const after = cpuTimes();
    if (after.busy - before.busy < QUIET_BUSY * (after.all - before.all)) return;
  }
}

function cpuTimes(): { readonly busy: number; readonly all: number } {
  let busy = 0;
  let all = 0;
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq + times.idle;
    all += sum;
    busy += sum - times.idle;
  }
  return { busy, all };
}

/**
 * CPU time used so far by this process and everything it started, µs; undefined where `/proc` does not tell.
 * Processes that have ended are not counted: take the difference over a time in which none ends.
 */
export function ownCpuMicros(): number | undefined {
  const processes = new Map<number, { readonly parent: number; readonly ticks: number }>();
  try {
    for (const name of readdirSync('/proc')) {
      if (/^\d+$/.test(name)) remember(processes, Number(name));
    }
  } catch {
    return undefined;
  }
  let ticks = 0;
  for (const [pid, own] of processes) {
    if (descends(processes, pid)) ticks += own.ticks;
  }
  return ticks * TICK_MICROS;
}

function remember(processes: Map<number, { parent: number; ticks: number }>, pid: number): void {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    processes.set(pid, { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
  } catch {
    // It has ended meanwhile.
  }
}

function descends(processes: ReadonlyMap<number, { readonly parent: number }>, pid: number): boolean {
  let at = pid;
  while (at > 1 && at !== process.pid) at = processes.get(at)?.parent ?? 0;
  return at === process.pid;
}
