import type { ComplaintEvent } from '../case/events.js';
import type { Target } from './facts.js';

/** A recorded event with its place in the history. */
export interface Recorded {
  readonly revision: number;
  readonly event: ComplaintEvent;
}

/** The record that stands at that place of the history; undefined where it is none that can be corrected. */
export function targetAt(history: readonly Recorded[], revision: number): Target | undefined {
  const event = history.find((one) => one.revision === revision)?.event;
  switch (event?.type) {
    case 'ComplaintRegistered':
      return { record: event.type };
    case 'RespondentReplied': {
      const last = history.findLast((one) => one.event.type === 'RespondentReplied');
      // An answer of a course that has ended is history.
      return last?.revision === revision ? { record: event.type } : undefined;
    }
    case 'DocumentServed':
      return { record: event.type, documentId: event.data.documentId, kind: event.data.kind };
    case 'ServiceAttempted': {
      const { documentId, kind } = event.data;
      const attempt = history.filter(
        (one) =>
          one.revision < revision &&
          one.event.type === 'ServiceAttempted' &&
          one.event.data.documentId === documentId,
      ).length;
      return { record: event.type, documentId, kind, attempt };
    }
    case 'CasePaused':
    case 'CaseResumed':
      return { record: event.type, pauseId: event.data.pauseId };
    default:
      return undefined;
  }
}
