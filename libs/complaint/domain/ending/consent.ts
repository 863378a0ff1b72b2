import type { Registration } from '../intake/facts.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';

/**
 * G53: what gives a claim away (withdrawing, waiving, settling) needs every complainant, whoever represents them.
 * @param consents subjects of those who agreed
 */
export function everybodyConsents(
  { complainants }: Registration,
  consents: readonly string[],
): ComplaintRefusal | null {
  const known = new Set(complainants.map(({ subject }) => subject));
  if (consents.some((subject) => !known.has(subject))) return no('complainant-not-in-case');
  const missing = complainants.flatMap(({ subject }, place) => (consents.includes(subject) ? [] : [place]));
  return missing.length > 0
    ? no('consent-of-all-missing', { complainants: complainants.length, missing })
    : null;
}
