import { OfficesList } from '#complaint';
import type { AnyProjection } from '#platform/projections';

/** The office of the fault runs. */
export const OFFICE = new OfficesList([
  {
    id: 'yunhai',
    name: { zh: '云海市文化和旅游局', en: 'Yunhai' },
    word: '云旅投',
    internalRulebook: 'RB-MANUAL',
    level: 'city',
    division: '990100',
  },
]);

/** What a process of a run is told by its environment, besides the settings of every installation. */
export const ISSUER = 'TOUSU_FAULTS_ISSUER';
export const HTTP_SECRET = 'TOUSU_FAULTS_SECRET';
export const MUTATION = 'TOUSU_FAULTS_MUTATION';
export const RELEASE = 'TOUSU_FAULTS_RELEASE';

/** The read models of the release that a process is told to be: so many versions after the present one. */
export function ofRelease<P extends AnyProjection>(projections: readonly P[], env: NodeJS.ProcessEnv): P[] {
  const later = Number(env[RELEASE] ?? 0);
  return projections.map((projection) => ({ ...projection, version: projection.version + later }));
}

export type Role = 'api' | 'worker' | 'projector';
