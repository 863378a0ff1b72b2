import { upcastFor } from '#platform/event-sourcing';
import type { AnyProjection } from '#platform/projections';
import { timersProjection } from '#platform/timers';
import { COMPLAINT_EVENTS } from '../domain/index.js';
import {
  callbackListProjection,
  deadlineListProjection,
  firingsProjection,
  linksProjection,
  registerProjection,
  respondentCasesProjection,
  statisticsProjection,
  workListProjection,
} from '../read-models/index.js';
import { COMPLAINT_TIMERS } from './timers.js';

/** Every read model of complaints: one line here adds one. */
export const COMPLAINT_PROJECTIONS: readonly AnyProjection[] = [
  registerProjection,
  workListProjection,
  deadlineListProjection,
  callbackListProjection,
  firingsProjection,
  linksProjection,
  respondentCasesProjection,
  statisticsProjection,
  timersProjection(COMPLAINT_TIMERS),
];

/** Brings stored events to their present version. */
export const COMPLAINT_UPCAST = upcastFor({ complaint: COMPLAINT_EVENTS });
