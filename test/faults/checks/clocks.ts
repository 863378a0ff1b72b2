import type { History, LoggedEvent, TimerFact, Violation } from '../history.js';

interface Ring {
  readonly rung: string;
  readonly at: string;
}

/** A clock as the log leaves it. Worked out here anew, so that an error of the product cannot hide itself. */
interface ClockFact {
  readonly name: string;
  status: 'running' | 'paused' | 'missed' | 'over';
  revision: number;
  dueAt: string;
  rings: readonly Ring[];
  open: Set<string>;
}

type Say = (what: string) => void;

/**
 * I8: a clock is missed once at most, and never early; it ends once; when all is calm again nothing that is due
 * is still waiting; and the table of timers says the same as the log.
 */
export function clocksEndOnce(history: History): Violation[] {
  const found: Violation[] = [];
  const say: Say = (what) => found.push({ invariant: 'I8', what });
  const clocks = new Map<string, ClockFact>();
  const timers = new Map<string, TimerFact>();
  const seenAt = new Map<string, string>();
  for (const { seen } of history.readers) {
    for (const event of seen) {
      const before = seenAt.get(event.position);
      if (before === undefined || event.seenAt < before) seenAt.set(event.position, event.seenAt);
    }
  }
  for (const event of history.log) {
    if (event.stream.startsWith('complaint-') && event.type.startsWith('Clock')) {
      happen(event, latest(event, seenAt), clocks, timers, say);
    }
  }
  nothingLeft(clocks, history.officeTime, say);
  sameTimers(timers, history.timers, say);
  return found;
}

/** The office's time by which the event was certainly written: the earliest that can be proved. */
function latest(event: LoggedEvent, seenAt: ReadonlyMap<string, string>): string {
  const seen = seenAt.get(event.position);
  return seen !== undefined && seen < event.recordedAt ? seen : event.recordedAt;
}

function happen(
  event: LoggedEvent,
  at: string,
  clocks: Map<string, ClockFact>,
  timers: Map<string, TimerFact>,
  say: Say,
): void {
  const data = event.data as unknown as {
    readonly clock: string;
    readonly revision: number;
    readonly dueAt: string;
    readonly rings: readonly Ring[];
    readonly rung: string;
    readonly is: string;
    readonly endedBy?: string;
    readonly pausedOver?: readonly { readonly until?: string }[];
  };
  const name = `${event.stream.slice('complaint-'.length)}/${data.clock}`;
  const timer = (rung: string): string => `${name}/${rung}`;
  const end = (rung: string, state: string): void => {
    const row = timers.get(timer(rung));
    if (row) timers.set(timer(rung), { ...row, state });
  };
  const set = ({ rung, at: fireAt }: Ring): void => {
    timers.set(timer(rung), { timerId: timer(rung), revision: data.revision, state: 'pending', fireAt });
  };
  const clock = clocks.get(name);
  const place = `${event.type} of ${name}`;
  if (event.type === 'ClockStarted') {
    if (clock) say(`${name} was started twice`);
    const { revision, dueAt, rings } = data;
    const open = new Set(rings.map(({ rung }) => rung));
    clocks.set(name, { name, status: 'running', revision, dueAt, rings, open });
    rings.forEach(set);
    return;
  }
  if (!clock) return say(`${place}, which never started`);
  /** What stood is over unless it is set anew. */
  const replace = (rings: readonly Ring[], over: string): void => {
    for (const rung of clock.open) if (!rings.some((ring) => ring.rung === rung)) end(rung, over);
    clock.rings = rings;
    clock.open = new Set(rings.map(({ rung }) => rung));
    rings.forEach(set);
  };
  const must = (...allowed: ClockFact['status'][]): void => {
    if (!allowed.includes(clock.status)) say(`${place}, which is ${clock.status}`);
  };
  switch (event.type) {
    case 'ClockReminded': {
      must('running');
      const ring = clock.rings.find(({ rung }) => rung === data.rung);
      if (!clock.open.delete(data.rung)) say(`${place}/${data.rung}, which is not open`);
      if (ring && at < ring.at) say(`${place}/${data.rung} came at ${at}, due at ${ring.at}`);
      return end(data.rung, 'fired');
    }
    case 'ClockPaused':
      must('running');
      clock.status = 'paused';
      return replace(data.rings ?? [], 'superseded');
    case 'ClockResumed':
      must('paused');
      clock.status = 'running';
      clock.revision = data.revision;
      clock.dueAt = data.dueAt;
      return replace(data.rings, data.endedBy === undefined ? 'superseded' : 'fired');
    case 'ClockRescheduled':
      clock.revision = data.revision;
      clock.dueAt = data.dueAt;
      if (clock.status === 'running' || clock.status === 'paused') {
        const held = data.pausedOver?.some(({ until }) => until === undefined) ?? clock.status === 'paused';
        clock.status = held ? 'paused' : 'running';
      }
      return replace(data.rings, 'superseded');
    case 'ClockReassessed':
      if (data.is === 'running') must('missed');
      clock.status = data.is === 'running' ? 'running' : data.is === 'missed' ? 'missed' : 'over';
      return;
    case 'ClockMissed':
      must('running');
      if (at < clock.dueAt) say(`${place} came at ${at}, early: due at ${clock.dueAt}`);
      for (const rung of clock.open) end(rung, rung === 'due' ? 'fired' : 'superseded');
      clock.status = 'missed';
      clock.open.clear();
      return;
    case 'ClockDelayAnnounced':
      return must('running', 'paused', 'missed');
    case 'ClockMet':
      // What is done late ends a miss; what proves to have been done in time puts it right.
      must('running', 'paused', 'missed');
      break;
    case 'ClockCancelled':
      must('running', 'paused');
      break;
    default:
      return say(`${place}: what that is, nobody knows`);
  }
  for (const rung of clock.open) end(rung, 'cancelled');
  clock.status = 'over';
  clock.open.clear();
}

function nothingLeft(clocks: ReadonlyMap<string, ClockFact>, officeTime: string, say: Say): void {
  for (const { name, status, open, rings, dueAt } of clocks.values()) {
    if (status !== 'running' && status !== 'paused') continue;
    if (status === 'running' && dueAt <= officeTime)
      say(`${name} was due at ${dueAt} and still runs at ${officeTime}`);
    for (const { rung, at } of rings) {
      if (open.has(rung) && at <= officeTime) say(`${name}/${rung} was due at ${at} and never rang`);
    }
  }
}

function sameTimers(expected: ReadonlyMap<string, TimerFact>, table: readonly TimerFact[], say: Say): void {
  const rows = new Map(table.map((row) => [row.timerId, row]));
  for (const [timerId, row] of expected) {
    const other = rows.get(timerId);
    const [is, due] = [textOf(other), textOf(row)];
    if (is !== due) say(`timer ${timerId} is ${is} in the table, ${due} by the log`);
    rows.delete(timerId);
  }
  for (const timerId of rows.keys()) say(`timer ${timerId} stands in the table and nowhere in the log`);
}

function textOf(timer: TimerFact | undefined): string {
  return timer ? `${timer.state} (revision ${timer.revision}, ${timer.fireAt})` : 'missing';
}
