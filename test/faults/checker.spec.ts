import { describe, expect, it } from '@jest/globals';
import { checkHistory } from './checker.js';
import {
  operationsOf,
  type History,
  type JournalLine,
  type LoggedEvent,
  type Operation,
  type Result,
  type TimerFact,
} from './history.js';

const CASE = '11111111-1111-4111-8111-111111111111';
const STREAM = `complaint-${CASE}`;
const NUMBER = '云旅投诉〔2026〕1号';
const DUE = '2026-04-15T16:00:00.000Z';
const AFTER = '2026-04-15T16:00:01.000Z';

const acknowledged = (revision: number, events: readonly string[], id = CASE): Result => ({
  kind: 'ok',
  status: 200,
  answer: { id, number: NUMBER, revision, phase: 'registered', events },
});
const refused: Result = { kind: 'fail', status: 412, code: 'revision-conflict' };
const unknown: Result = { kind: 'unknown', why: 'ECONNRESET' };

function operation(key: string, results: readonly Result[], changes: Partial<Operation> = {}): Operation {
  return { key, commandId: `command of ${key}`, actor: 'registrar', path: `/${key}`, results, ...changes };
}

const position = (place: number): string => `000000.${String(place).padStart(16, '0')}`;

type Given = Pick<LoggedEvent, 'stream' | 'revision' | 'type' | 'data'> & Partial<LoggedEvent>;

function logOf(events: readonly Given[]): LoggedEvent[] {
  return events.map((event, index) => ({
    position: position(index + 1),
    id: `event ${index + 1}`,
    chain: `chain ${index + 1}`,
    commandId: 'command of register',
    actor: 'registrar',
    recordedAt: '2026-04-10T01:00:00.000Z',
    ...event,
  }));
}

const drawn: Given = {
  stream: 'number-yunhai-complaint-2026',
  revision: 0,
  type: 'NumberAllotted',
  data: { for: CASE },
};
const registered: Given = {
  stream: STREAM,
  revision: 0,
  type: 'ComplaintRegistered',
  data: { complaintId: CASE, number: NUMBER, contract: { number: 'HT-1' } },
};
const started: Given = {
  stream: STREAM,
  revision: 1,
  type: 'ClockStarted',
  data: { clock: 'DL-REVIEW', revision: 0, dueAt: DUE, rings: [{ rung: 'due', at: DUE }] },
};
const begun: Given = {
  stream: STREAM,
  revision: 2,
  type: 'ReviewBegun',
  data: {},
  commandId: 'command of begin',
};
const missed: Given = {
  stream: STREAM,
  revision: 3,
  type: 'ClockMissed',
  data: { clock: 'DL-REVIEW', revision: 0, open: ['due'] },
  commandId: 'ring',
  actor: 'system',
  recordedAt: AFTER,
};
const GOOD = [drawn, registered, started, begun, missed];

const timer = (changes: Partial<TimerFact> = {}): TimerFact => ({
  timerId: `${CASE}/DL-REVIEW/due`,
  revision: 0,
  state: 'fired',
  fireAt: DUE,
  ...changes,
});

/** A history in which all is well, or with something else in some place of it. */
function history(changes: Partial<History> = {}, events: readonly Given[] = GOOD): History {
  const log = changes.log ?? logOf(events);
  const streams = [...new Set(log.map(({ stream }) => stream))];
  return {
    operations: [
      operation('register', [unknown, acknowledged(1, ['ComplaintRegistered', 'ClockStarted'])], {
        mark: 'HT-1',
      }),
      operation('begin', [acknowledged(2, ['ReviewBegun'])], { stream: STREAM, expected: 1 }),
    ],
    readers: [{ name: 'a reader', seen: log.map((event) => ({ ...event, seenAt: AFTER })) }],
    chains: streams.map((stream) => ({ stream, intact: true, detail: '' })),
    readModels: [{ name: 'register', live: ['one', 'two'], rebuilt: ['one', 'two'] }],
    timers: [timer()],
    officeTime: '2026-04-16T00:00:00.000Z',
    ...changes,
    log,
  };
}

/** Which promises the history breaks. */
const broken = (given: History): string[] => [
  ...new Set(checkHistory(given).map(({ invariant }) => invariant)),
];

const without = (type: string): Given[] => {
  const revisions = new Map<string, number>();
  return GOOD.filter((event) => event.type !== type).map((event) => {
    const revision = revisions.get(event.stream) ?? 0;
    revisions.set(event.stream, revision + 1);
    return { ...event, revision };
  });
};
const replaced = (type: string, changes: Partial<Given>): Given[] =>
  GOOD.map((event) => (event.type === type ? { ...event, ...changes } : event));

describe('the checker', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(checkHistory(history())).toEqual([]);
  });

  describe('I1', () => {
    it('acknowledged before commit, and lost', () => {
      expect(broken(history({}, without('ReviewBegun')))).toContain('I1');
    });

    it('acknowledged at another place, or as something else', () => {
      const [register, begin] = history().operations as [Operation, Operation];
      const at = (revision: number, type: string) =>
        broken(history({ operations: [register, { ...begin, results: [acknowledged(revision, [type])] }] }));
      expect(at(7, 'ReviewBegun')).toContain('I1');
      expect(at(2, 'ReviewReturned')).toContain('I1');
      expect(at(2, 'ReviewBegun')).toEqual([]);
    });
  });

  describe('I2', () => {
    it('an event of an attempt that was refused', () => {
      const [register, begin] = history().operations as [Operation, Operation];
      expect(broken(history({ operations: [register, { ...begin, results: [unknown, refused] }] }))).toEqual([
        'I2',
      ]);
    });

    it('an event that nobody asked for, or somebody else', () => {
      expect(broken(history({}, replaced('ReviewBegun', { commandId: 'of nobody' })))).toContain('I2');
      expect(broken(history({}, replaced('ReviewBegun', { actor: 'leader' })))).toContain('I2');
    });

    it('an attempt that nobody learned the end of may have happened, or not', () => {
      const [register, begin] = history().operations as [Operation, Operation];
      const open = { ...begin, results: [unknown] };
      expect(broken(history({ operations: [register, open] }))).toEqual([]);
      expect(broken(history({ operations: [register, open] }, without('ReviewBegun')))).toEqual([]);
    });
  });

  describe('I3', () => {
    const log = logOf(GOOD);
    const reading = (seen: readonly LoggedEvent[]): History =>
      history({ readers: [{ name: 'it', seen: seen.map((event) => ({ ...event, seenAt: AFTER })) }] });

    it('a reader that skips an event, sees one twice, or out of order', () => {
      expect(broken(reading(log.toSpliced(2, 1)))).toEqual(['I3']);
      expect(broken(reading([...log, ...log.slice(-1)]))).toEqual(['I3']);
      expect(
        broken(reading([...log.slice(0, 1), ...log.slice(2, 3), ...log.slice(1, 2), ...log.slice(3)])),
      ).toEqual(['I3']);
      expect(broken(reading(log.slice(0, -1)))).toEqual(['I3']);
    });

    it('a gap in the log or in a stream', () => {
      const gap = log.map((event, index) =>
        index > 2 ? { ...event, position: position(index + 2) } : event,
      );
      expect(broken(history({ log: gap }))).toContain('I3');
      expect(broken(history({}, replaced('ClockMissed', { revision: 4 })))).toContain('I3');
    });
  });

  describe('I4', () => {
    it('a retry that has its effect again: without an id made from the command', () => {
      const again = { ...registered, stream: 'complaint-other', commandId: 'command of another process' };
      expect(broken(history({}, [...GOOD, again]))).toContain('I4');
    });

    it('a command whose events stand in two places', () => {
      expect(broken(history({}, [...GOOD, { ...begun, revision: 4 }]))).toContain('I4');
    });

    it('a repeated request that is answered otherwise', () => {
      const [register, begin] = history().operations as [Operation, Operation];
      const answers = [acknowledged(2, ['ReviewBegun']), acknowledged(3, ['ReviewBegun'])];
      expect(broken(history({ operations: [register, { ...begin, results: answers }] }))).toEqual(['I4']);
    });
  });

  it('I5: two commands that both win at one revision', () => {
    const rival = operation('rival', [acknowledged(3, ['ReviewBegun'])], { stream: STREAM, expected: 1 });
    const log = replaced('ClockMissed', { revision: 4 });
    log.splice(4, 0, { ...begun, revision: 3, commandId: rival.commandId });
    expect(broken(history({ operations: [...history().operations, rival] }, log))).toEqual(['I5']);
  });

  describe('I6', () => {
    it('a chain that does not hold, and one that was not looked at', () => {
      const [one, ...others] = history().chains;
      const bad = { stream: one?.stream ?? '', intact: false, detail: 'revision 0 is chain-broken' };
      expect(broken(history({ chains: [bad, ...others] }))).toEqual(['I6']);
      expect(broken(history({ chains: others }))).toEqual(['I6']);
    });

    it('an event that was another when it was seen', () => {
      const seen = logOf(GOOD).map((event) => ({ ...event, seenAt: AFTER }));
      const other = seen.map((event, index) => (index === 1 ? { ...event, chain: 'of old' } : event));
      expect(broken(history({ readers: [{ name: 'it', seen: other }] }))).toEqual(['I6']);
    });
  });

  it('I7: a checkpoint before its rows, or two writers without a fence: the list lacks a row, or has an old one', () => {
    const lists = (live: readonly string[]) =>
      broken(history({ readModels: [{ name: 'register', live, rebuilt: ['one', 'two'] }] }));
    expect(lists(['one'])).toEqual(['I7']);
    expect(lists(['one', 'two as it was'])).toEqual(['I7']);
    expect(lists(['one', 'two', 'two'])).toEqual(['I7']);
  });

  describe('I8', () => {
    it('a queue that is taken for the truth: emptied, and the clock never rings', () => {
      const timers = [timer({ state: 'pending' })];
      expect(broken(history({ timers }, without('ClockMissed')))).toEqual(['I8']);
      const officeTime = '2026-04-15T15:59:59.000Z';
      expect(broken(history({ timers, officeTime }, without('ClockMissed')))).toEqual([]);
    });

    it('a clock that rings early, by its own word or by the time at which it was seen', () => {
      const early = '2026-04-15T15:59:59.999Z';
      expect(broken(history({}, replaced('ClockMissed', { recordedAt: early })))).toEqual(['I8']);
      const seen = logOf(GOOD).map((event) => ({ ...event, seenAt: early }));
      expect(broken(history({ readers: [{ name: 'it', seen }] }))).toEqual(['I8']);
    });

    it('a clock that is missed twice', () => {
      expect(broken(history({}, [...GOOD, { ...missed, revision: 4, commandId: 'ring again' }]))).toEqual([
        'I8',
      ]);
    });

    it('a table of timers that says something else than the log', () => {
      const one = (changes: Partial<TimerFact>) => broken(history({ timers: [timer(changes)] }));
      expect(one({ state: 'pending' })).toEqual(['I8']);
      expect(one({ fireAt: AFTER })).toEqual(['I8']);
      expect(one({ timerId: 'another' })).toEqual(['I8']);
      expect(broken(history({ timers: [timer(), timer({ timerId: 'one more' })] }))).toEqual(['I8']);
      expect(broken(history({ timers: [] }))).toEqual(['I8']);
    });
  });

  describe('I9', () => {
    it('a number that was drawn and is not used, or used and never drawn', () => {
      const second = { ...drawn, revision: 1, data: { for: 'nothing' } };
      expect(broken(history({}, [...GOOD, second]))).toEqual(['I9']);
      expect(broken(history({}, without('NumberAllotted')))).toEqual(['I9']);
    });

    it('one number for two documents', () => {
      const issued = (documentId: string, revision: number): Given => ({
        stream: STREAM,
        revision,
        type: 'DocumentIssued',
        data: { documentId, number: '云旅投受〔2026〕1号' },
        commandId: `issue ${documentId}`,
      });
      const numbers = ['a', 'b'].map((documentId, revision) => ({
        ...drawn,
        stream: 'number-yunhai-D04-2026',
        revision,
        data: { for: documentId },
      }));
      expect(broken(history({}, [...GOOD, ...numbers, issued('a', 4), issued('b', 5)]))).toContain('I9');
    });
  });

  it('a request whose journal breaks off is one whose end nobody knows', () => {
    const { results, ...intent } = operation('cut', []);
    const lines: JournalLine[] = [
      { line: 'invoke', attempt: 0, at: 1, intent },
      { line: 'end', key: 'cut', attempt: 0, at: 2, result: refused },
      { line: 'invoke', attempt: 1, at: 3, intent },
    ];
    expect(results).toEqual([]);
    expect(operationsOf(lines)[0]?.results.map(({ kind }) => kind)).toEqual(['fail', 'unknown']);
  });
});
