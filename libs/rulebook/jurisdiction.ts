import type { Provision } from './procedure.js';

/**
 * What makes an office competent (管辖连结点, G50): the place of the respondent or the operator's domicile
 * (被投诉人所在地、经营者住所地), where the contract was signed (合同签订地), where the act was done, where its result
 * or harm came about, where the dispute arose (损害行为发生地、损害结果发生地、纠纷发生地); or that the complaint came to
 * this office (the manual names no place).
 */
export const JURISDICTION_BASES = [
  'respondent-place',
  'operator-domicile',
  'contract-place',
  'act-place',
  'result-place',
  'harm-place',
  'dispute-place',
  'own-level',
] as const;
export type JurisdictionBasis = (typeof JURISDICTION_BASES)[number];

/** Who takes a case for which several are competent: they agree or the common superior designates, or the first. */
export const SEVERAL_COMPETENT = ['agree-or-common-superior', 'first-to-receive'] as const;
export type SeveralCompetent = (typeof SEVERAL_COMPETENT)[number];

/** What a superior office may do with a lower office's case: take it up (提级管辖), designate another (指定管辖). */
export const SUPERIOR_POWERS = ['take-up', 'designate'] as const;
export type SuperiorPower = (typeof SUPERIOR_POWERS)[number];

/** What a rulebook says about whose matter a complaint is (管辖, G04, G50). */
export interface Jurisdiction {
  readonly bases: Provision<readonly JurisdictionBasis[]>;
  /** In place of the bases where the harm must be stopped at once (需要立即制止); empty where there is no such rule. */
  readonly urgent: Provision<readonly JurisdictionBasis[]>;
  readonly several: Provision<SeveralCompetent>;
  readonly superior: Provision<readonly SuperiorPower[]>;
}
