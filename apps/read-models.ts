import { COMPLAINT_PROJECTIONS } from '#complaint';
import { OPERATOR_PROJECTIONS } from '#operator';
import type { AnyProjection } from '#platform/projections';

/** Every read model of every slice, in the version of this release. */
export const READ_MODELS: readonly AnyProjection[] = [...COMPLAINT_PROJECTIONS, ...OPERATOR_PROJECTIONS];
