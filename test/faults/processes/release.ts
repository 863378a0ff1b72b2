import type { AnyProjection } from '#platform/projections';

/** What a process of a run is told by its environment: how many releases it is after the present one. */
export const RELEASE = 'TOUSU_FAULTS_RELEASE';

/** The read models of that release. */
export function ofRelease<P extends AnyProjection>(projections: readonly P[], env: NodeJS.ProcessEnv): P[] {
  const later = Number(env[RELEASE] ?? 0);
  return projections.map((projection) => ({ ...projection, version: projection.version + later }));
}
