import type { StreamKind } from '#platform/event-sourcing';
import {
  COMPLAINT_EVENTS,
  complaintDecider,
  type Complaint,
  type ComplaintCommand,
  type ComplaintEvent,
  type Context,
} from '../domain/index.js';

/** A complaint's stream: `complaint-<uuid>`. */
export const COMPLAINT_STREAM: StreamKind<ComplaintCommand, ComplaintEvent, Complaint, Context> = {
  category: 'complaint',
  decider: complaintDecider,
  events: COMPLAINT_EVENTS,
};
