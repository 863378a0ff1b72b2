import { no, type ComplaintRefusal } from './refusals.js';
import type { RegisteredComplaint } from './state.js';

/** The two sides of a case (双方当事人). */
export const PARTIES = ['complainant', 'respondent'] as const;
export type Party = (typeof PARTIES)[number];

/**
 * G53: what settles, waives or changes a joint complaint needs every complainant's consent; with one
 * complainant, that one's. @param consents subjects of those who consented
 */
export function everybodyConsents(
  state: RegisteredComplaint,
  consents: readonly string[],
): ComplaintRefusal | null {
  const given = new Set(consents);
  const { complainants } = state.registration;
  const consented = complainants.filter(({ subject }) => given.has(subject)).length;
  return consented < complainants.length
    ? no('consent-of-all-missing', { complainants: complainants.length, consented })
    : null;
}
