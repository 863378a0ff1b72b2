import {
  acknowledgedBy,
  grouped,
  wasRefused,
  type History,
  type LoggedEvent,
  type Operation,
  type Violation,
} from '../history.js';

const isCase = ({ stream }: LoggedEvent): boolean => stream.startsWith('complaint-');

/** I1: what was answered 2xx stands in the log, exactly. */
export function acknowledgedIsDurable({ operations, log }: History): Violation[] {
  const byCommand = grouped(log.filter(isCase), ({ commandId }) => commandId);
  return operations.flatMap((operation) => {
    const answer = acknowledgedBy(operation);
    if (!answer) return [];
    const events = byCommand.get(operation.commandId) ?? [];
    const found = events.map(({ type }) => type);
    const at = `${nameOf(operation)} was acknowledged at revision ${answer.revision}`;
    if (answer.events.length > 0 && events.length === 0) {
      return [{ invariant: 'I1', what: `${at}, and nothing of it is in the log` }];
    }
    if (JSON.stringify(found) !== JSON.stringify(answer.events)) {
      return [{ invariant: 'I1', what: `${at} with ${answer.events.join()}, the log has ${found.join()}` }];
    }
    const last = events.at(-1);
    const elsewhere = last && (last.stream !== `complaint-${answer.id}` || last.revision !== answer.revision);
    return elsewhere
      ? [{ invariant: 'I1', what: `${at}, the log has it at ${last.stream} ${last.revision}` }]
      : [];
  });
}

/** I2: every event of a case belongs to one attempt that was not refused, or to the system. */
export function nothingFromNowhere({ operations, log }: History): Violation[] {
  const known = new Map(operations.map((operation) => [operation.commandId, operation]));
  return log.filter(isCase).flatMap((event): Violation[] => {
    const operation = known.get(event.commandId);
    const at = `${event.type} at ${event.stream} ${event.revision}`;
    if (operation && wasRefused(operation)) {
      return [{ invariant: 'I2', what: `${at} comes from ${nameOf(operation)}, which was refused` }];
    }
    if (operation && operation.actor !== event.actor) {
      return [{ invariant: 'I2', what: `${at} is ${event.actor}'s, asked for by ${operation.actor}` }];
    }
    return operation || event.actor === 'system'
      ? []
      : [{ invariant: 'I2', what: `${at} comes from no known attempt` }];
  });
}

/** I4: one effect and one answer per key, however often it was asked for, by whomever it was carried out. */
export function oneEffectPerKey({ operations, log }: History): Violation[] {
  return [...sameAnswers(operations), ...oneBatchPerCommand(log), ...oneMarkedEvent(operations, log)];
}

function sameAnswers(operations: readonly Operation[]): Violation[] {
  return operations.flatMap((operation) => {
    const answers = operation.results.flatMap((result) =>
      result.kind === 'ok' ? [JSON.stringify([result.status, result.answer])] : [],
    );
    const different = new Set(answers).size;
    return different > 1
      ? [{ invariant: 'I4', what: `${nameOf(operation)} got ${different} different answers` }]
      : [];
  });
}

/** The events of one command stand next to each other, each once. */
function oneBatchPerCommand(log: readonly LoggedEvent[]): Violation[] {
  const commands = grouped(log.filter(isCase), ({ commandId }) => commandId);
  return [...commands].flatMap(([commandId, events]): Violation[] => {
    const [first] = events;
    const whole = events.every(
      ({ stream, revision }, index) =>
        stream === first?.stream && revision === (first?.revision ?? 0) + index,
    );
    const once = new Set(events.map(({ id }) => id)).size === events.length;
    return whole && once
      ? []
      : [{ invariant: 'I4', what: `command ${commandId} had its effect more than once` }];
  });
}

/** Found by what the events say, not by their ids: an effect under another id is an effect all the same. */
function oneMarkedEvent(operations: readonly Operation[], log: readonly LoggedEvent[]): Violation[] {
  const marks = new Map<string, number>();
  for (const { type, data } of log) {
    if (type !== 'ComplaintRegistered') continue;
    const mark = (data['contract'] as { number?: string } | undefined)?.number ?? '';
    marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  return operations.flatMap(({ mark = '', ...operation }) =>
    (marks.get(mark) ?? 0) > 1
      ? [{ invariant: 'I4', what: `${nameOf(operation)} registered ${marks.get(mark)} complaints` }]
      : [],
  );
}

/** I5: of several commands at one expected revision one wins at most, and it wins there. */
export function oneWinnerPerRevision({ operations, log }: History): Violation[] {
  const firstOf = new Map<string, LoggedEvent>();
  for (const event of log.filter(isCase)) {
    if (!firstOf.has(event.commandId)) firstOf.set(event.commandId, event);
  }
  const won = operations.filter(
    (operation) => operation.expected !== undefined && (acknowledgedBy(operation)?.events.length ?? 0) > 0,
  );
  const races = grouped(won, ({ stream, expected }) => `${stream} ${expected}`);
  const doubles = [...races].flatMap(([place, winners]): Violation[] =>
    winners.length > 1
      ? [{ invariant: 'I5', what: `${winners.map(nameOf).join(' and ')} both won at ${place}` }]
      : [],
  );
  const misplaced = won.flatMap((operation): Violation[] => {
    const first = firstOf.get(operation.commandId);
    return first && first.revision !== (operation.expected ?? 0) + 1
      ? [
          {
            invariant: 'I5',
            what: `${nameOf(operation)} expected ${operation.expected}, not ${first.revision}`,
          },
        ]
      : [];
  });
  return [...doubles, ...misplaced];
}

function nameOf({ path, key }: { readonly path: string; readonly key: string }): string {
  return `${path} [${key}]`;
}
