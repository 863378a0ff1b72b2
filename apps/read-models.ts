import { COMPLAINT_EVENTS, COMPLAINT_PROJECTIONS } from '#complaint';
import { DIRECT_COMPLAINT_EVENTS, OPERATOR_PROJECTIONS } from '#operator';
import { REPORT_EVENTS, REPORTING_PROJECTIONS } from '#reporting';
import { upcastFor } from '#platform/event-sourcing';
import type { AnyProjection } from '#platform/projections';

/** Every read model of every slice, in the version of this release. */
export const READ_MODELS: readonly AnyProjection[] = [
  ...COMPLAINT_PROJECTIONS,
  ...OPERATOR_PROJECTIONS,
  ...REPORTING_PROJECTIONS,
];

/** Brings stored events of every slice to their present version. */
export const UPCAST = upcastFor({
  complaint: COMPLAINT_EVENTS,
  direct: DIRECT_COMPLAINT_EVENTS,
  quarterly: REPORT_EVENTS,
});
