import { OfficesList } from '#complaint';

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

export type Role = 'api' | 'worker' | 'projector';
