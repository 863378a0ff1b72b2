import { grouped, type History, type LoggedEvent, type Violation } from '../history.js';

/** I9: numbers run without a gap, no two things share one, and every number that was drawn is used. */
export function numbersRun({ log, operations }: History): Violation[] {
  const open = new Set(
    operations
      .filter(({ results }) => results.every(({ kind }) => kind === 'unknown'))
      .map(({ commandId }) => commandId),
  );
  const used = numbersUsed(log);
  const drawn = log.filter(({ type }) => type === 'NumberAllotted');
  const found: Violation[] = [];
  for (const event of drawn) {
    const [year, place] = [event.stream.split('-').at(-1) ?? '', event.revision + 1];
    const uses = used.get(String(event.data['for'])) ?? [];
    used.delete(String(event.data['for']));
    if (uses.length === 0 && open.has(event.commandId)) continue;
    if (uses.length !== 1 || !uses[0]?.endsWith(`〔${year}〕${place}号`)) {
      found.push({
        invariant: 'I9',
        what: `${event.stream}: number ${place} is used as ${uses.join() || 'nothing'}`,
      });
    }
  }
  for (const uses of used.values()) {
    found.push({ invariant: 'I9', what: `${uses.join()} was never drawn` });
  }
  return [...found, ...twice(log)];
}

/** What carries which number: complaints and issued documents. */
function numbersUsed(log: readonly LoggedEvent[]): Map<string, string[]> {
  const used = new Map<string, string[]>();
  for (const { type, data } of log) {
    const owner = { ComplaintRegistered: 'complaintId', DocumentIssued: 'documentId' }[type];
    if (owner === undefined) continue;
    const id = String(data[owner]);
    used.set(id, [...(used.get(id) ?? []), String(data['number'])]);
  }
  return used;
}

function twice(log: readonly LoggedEvent[]): Violation[] {
  const numbers = [...numbersUsed(log)].flatMap(([id, list]) => list.map((number) => ({ id, number })));
  return [...grouped(numbers, ({ number }) => number)].flatMap(([number, owners]): Violation[] =>
    owners.length > 1
      ? [{ invariant: 'I9', what: `${number} was given to ${owners.map(({ id }) => id).join(' and ')}` }]
      : [],
  );
}
