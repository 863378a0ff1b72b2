import type { StreamKind } from '#platform/event-sourcing';
import {
  DIRECT_COMPLAINT_EVENTS,
  directComplaintDecider,
  type Context,
  type DirectComplaint,
  type DirectComplaintCommand,
  type DirectComplaintEvent,
} from '../domain/index.js';

/** A direct complaint's stream: `direct-<uuid>`. */
export const DIRECT_COMPLAINT_STREAM: StreamKind<
  DirectComplaintCommand,
  DirectComplaintEvent,
  DirectComplaint,
  Context
> = { category: 'direct', decider: directComplaintDecider, events: DIRECT_COMPLAINT_EVENTS };
