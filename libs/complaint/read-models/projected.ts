import type { ProjectedEvent } from '#platform/projections';
import type { ComplaintEvent } from '../domain/index.js';

/** The complaint's id in its stream's name. */
export function complaintOf(stream: string): string {
  return stream.slice('complaint-'.length);
}

/** The projected event as the domain's own, already brought to its present version. */
export function eventOf(projected: ProjectedEvent): ComplaintEvent {
  return { type: projected.type, data: projected.data } as unknown as ComplaintEvent;
}
