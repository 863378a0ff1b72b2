import { upcast } from '#platform/event-sourcing';
import { eventsOfCategory, type EventStore } from '#platform/event-store';
import { COMPLAINT_EVENTS, type EvidenceEvents } from '../domain/index.js';
import { COMPLAINT_STREAM } from '../use-cases/index.js';

/** As much of an attachment as a store of files is checked by. */
export interface RecordedAttachment extends Pick<
  EvidenceEvents['EvidenceAttached'],
  'attachmentId' | 'storedSize' | 'storedSha256'
> {
  readonly complaintId: string;
}

/**
 * Every file that was ever attached to a case, in the order of the log; those that were struck among them. What came along
 * with a case from another office is the same stored file, and named once.
 */
export async function* attachmentsIn(log: EventStore): AsyncGenerator<RecordedAttachment> {
  const { category } = COMPLAINT_STREAM;
  for await (const event of eventsOfCategory(log, category)) {
    if (event.type !== 'EvidenceAttached') continue;
    const { data } = upcast(COMPLAINT_EVENTS, event) as unknown as {
      data: EvidenceEvents['EvidenceAttached'];
    };
    const { attachmentId, storedSize, storedSha256, from } = data;
    if (from !== undefined) continue;
    yield { complaintId: event.stream.slice(category.length + 1), attachmentId, storedSize, storedSha256 };
  }
}
