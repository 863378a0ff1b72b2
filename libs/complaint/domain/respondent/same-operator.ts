import { plainLicence } from '#kernel';
import type { Respondent } from '../intake/facts.js';

/** By what complaints are taken to be against one operator (同一经营者). */
export const RECOGNISED_BY = ['licence', 'name'] as const;
export type RecognisedBy = (typeof RECOGNISED_BY)[number];

/**
 * By what two complaints are against one operator; undefined where they are not. Two licences say it whatever the names
 * are. Where one of them gives none, the names do.
 */
export function sameOperator(
  one: Pick<Respondent, 'name' | 'licence'>,
  other: Pick<Respondent, 'name' | 'licence'>,
): RecognisedBy | undefined {
  const [a, b] = [operatorTraits(one), operatorTraits(other)];
  if (a.licence !== null && b.licence !== null) return a.licence === b.licence ? 'licence' : undefined;
  return a.name === b.name ? 'name' : undefined;
}

/** Licence and name of an operator as they are compared. */
export function operatorTraits({ name, licence = '' }: Pick<Respondent, 'name' | 'licence'>): {
  readonly name: string;
  readonly licence: string | null;
} {
  return { name: plainName(name), licence: plainLicence(licence) || null };
}

/**
 * A limited company with and without those words, in the long form and the short one (公司法): two of one district do not
 * bear names that differ in them alone. A branch (分公司) and a company limited by shares (股份有限公司) are others.
 */
const LIMITED = /有限(?:责任)?公司$/u;
const BRACKETS: Readonly<Record<string, string>> = {
  '[': '(',
  '【': '(',
  '〔': '(',
  ']': ')',
  '】': ')',
  '〕': ')',
};

/** Full-width signs, blanks, kinds of brackets and case make no difference. */
function plainName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[[\]【】〔〕]/gu, (sign) => BRACKETS[sign] ?? sign);
  return plain.replace(LIMITED, '') || plain;
}
