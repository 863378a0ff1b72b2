import { isSealed } from '#kernel';
import type { DomainRecord } from '#platform/event-sourcing';

/**
 * One event of a history as an auditor reads it: what happened, when, when it was recorded, by whom, and its place
 * in the hash chain. Personal text is not opened: the commitment lets a disclosed text be checked.
 */
export function historyEntry({
  event,
  meta,
  recorded,
}: DomainRecord<{ readonly type: string; readonly data: object }>): object {
  return {
    revision: recorded.revision,
    id: recorded.id,
    type: event.type,
    schemaVersion: recorded.schemaVersion,
    happenedAt: meta.happenedAt,
    recordedAt: meta.recordedAt,
    actor: meta.actor,
    commandId: meta.commandId,
    data: closed(event.data),
    chain: recorded.chain,
  };
}

function closed(value: unknown): unknown {
  if (isSealed(value)) return { sealed: value.field, commitment: value.commitment };
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
}
