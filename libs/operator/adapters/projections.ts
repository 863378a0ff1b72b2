import type { AnyProjection } from '#platform/projections';
import { directRegisterProjection } from '../read-models/index.js';

/** Every read model of operators: one line here adds one. */
export const OPERATOR_PROJECTIONS: readonly AnyProjection[] = [directRegisterProjection];
