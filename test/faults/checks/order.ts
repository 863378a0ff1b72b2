import type { History, LoggedEvent, SeenEvent, Violation } from '../history.js';

/** I3: the log has no gap, no stream has one, and whoever followed it saw each event once, in order, at its place. */
export function everythingInOrder({ log, readers }: History): Violation[] {
  return [...dense(log), ...readers.flatMap(({ name, seen }) => seenOnce(name, seen, log))];
}

function dense(log: readonly LoggedEvent[]): Violation[] {
  const found: Violation[] = [];
  const revisions = new Map<string, number>();
  for (const [index, { position, stream, revision }] of log.entries()) {
    // The place is the number after the epoch; every place holds an event.
    const place = Number(position.slice(position.indexOf('.') + 1));
    if (place !== index + 1)
      found.push({ invariant: 'I3', what: `place ${place} stands where ${index + 1} is due` });
    const due = (revisions.get(stream) ?? -1) + 1;
    if (revision !== due) {
      found.push({ invariant: 'I3', what: `${stream} has revision ${revision} where ${due} is due` });
    }
    revisions.set(stream, revision);
  }
  return found;
}

function seenOnce(name: string, seen: readonly SeenEvent[], log: readonly LoggedEvent[]): Violation[] {
  for (const [index, event] of log.entries()) {
    const other = seen[index];
    if (other?.position === event.position && other.id === event.id) continue;
    const instead = other === undefined ? 'nothing more' : `${other.position}`;
    return [{ invariant: 'I3', what: `${name} was due to see ${event.position} and saw ${instead}` }];
  }
  return seen.length > log.length
    ? [{ invariant: 'I3', what: `${name} saw ${seen.length - log.length} events too many` }]
    : [];
}

/** I6: every chain holds, and what was seen during the run is still there as it was. */
export function nothingChanged({ log, readers, chains }: History): Violation[] {
  const broken = chains
    .filter(({ intact }) => !intact)
    .map(({ stream, detail }): Violation => ({ invariant: 'I6', what: `${stream}: ${detail}` }));
  const verified = new Set(chains.map(({ stream }) => stream));
  const unverified = [...new Set(log.map(({ stream }) => stream))].filter((stream) => !verified.has(stream));
  const stored = new Map(log.map((event) => [`${event.stream} ${event.revision}`, event]));
  const changed = readers.flatMap(({ name, seen }) =>
    seen.flatMap(({ stream, revision, id, chain }): Violation[] => {
      const now = stored.get(`${stream} ${revision}`);
      if (now?.id === id && now.chain === chain) return [];
      const became = now ? 'is another now' : 'is gone';
      return [{ invariant: 'I6', what: `${name} saw ${stream} ${revision}, which ${became}` }];
    }),
  );
  return [
    ...broken,
    ...unverified.map((stream): Violation => ({ invariant: 'I6', what: `${stream} was not verified` })),
    ...changed,
  ];
}

/** I7: what people read is what the log says, byte for byte. */
export function listsAreRebuilt({ readModels }: History): Violation[] {
  return readModels.flatMap(({ name, live, rebuilt }): Violation[] => {
    const expected = new Set(rebuilt);
    const wrong = live.filter((row) => !expected.has(row)).length;
    const same = live.length === rebuilt.length && live.every((row, index) => row === rebuilt[index]);
    if (same) return [];
    return [
      {
        invariant: 'I7',
        what: `${name}: ${live.length} rows live, ${rebuilt.length} rebuilt, ${wrong} differ`,
      },
    ];
  });
}
