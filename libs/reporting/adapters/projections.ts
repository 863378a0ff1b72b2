import type { AnyProjection } from '#platform/projections';
import { publishedReportsProjection } from '../read-models/index.js';

/** Every read model of reports: one line here adds one. */
export const REPORTING_PROJECTIONS: readonly AnyProjection[] = [publishedReportsProjection];
