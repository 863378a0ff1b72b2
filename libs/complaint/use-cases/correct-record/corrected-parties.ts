import type { Sealed } from '#kernel';
import { ERASED, type PersonalData } from '#platform/personal-data';
import type { Complainant, CorrectedRespondent, RegisteredComplaint } from '../../domain/index.js';
import type { Cases } from '../cases.js';
import type { KnownOperators } from '../known-operators.js';
import { sealEach } from '../sealing.js';
import type { CorrectedComplainantInput, CorrectedInput } from './correct-record.command.js';

/** What is said of the complainants, sealed; of each only what differs from what is held. */
interface CorrectedPeople {
  readonly complainants?: readonly Complainant[];
  /** Subjects of those whose texts are gone. */
  readonly erased?: readonly string[];
}

/** Each text under the person's own key. Of a stranger nothing is sealed; the rules then say so. */
export async function correctedPeople(
  { complainants }: CorrectedInput,
  state: RegisteredComplaint,
  { cases, personal }: { readonly cases: Cases; readonly personal: PersonalData },
): Promise<CorrectedPeople> {
  if (complainants === undefined) return {};
  const erased: string[] = [];
  const right: Complainant[] = [];
  for (const { subject, ...texts } of complainants) {
    const known = state.registration.complainants.find((one) => one.subject === subject);
    const differing = known && (await otherwise(texts, known, personal));
    if (differing === ERASED) erased.push(subject);
    else
      right.push({
        subject,
        ...(await sealEach(cases.sealUnder(state, subject), 'complainant', differing ?? {})),
      });
  }
  return { complainants: right, erased };
}

/** The texts that are not what is held already: a ciphertext does not show that it says the same. */
async function otherwise(
  texts: Omit<CorrectedComplainantInput, 'subject'>,
  { subject: _, ...known }: Complainant,
  personal: PersonalData,
): Promise<Record<string, string> | typeof ERASED> {
  const held = known as Readonly<Record<string, Sealed | undefined>>;
  const differing: Record<string, string> = {};
  for (const sealed of Object.values(held))
    if (sealed && (await personal.reveal(sealed)) === ERASED) return ERASED;
  for (const [name, text] of Object.entries(texts) as [string, string | undefined][]) {
    const before = held[name] && (await personal.reveal(held[name]));
    if (text !== undefined && text !== before) differing[name] = text;
  }
  return differing;
}

/** The operator of the installation goes by the licence: with the right one it is another, or none. */
export function correctedRespondent(
  { respondent }: CorrectedInput,
  operators: KnownOperators,
): { readonly respondent?: CorrectedRespondent } {
  if (respondent === undefined) return {};
  const { licence } = respondent;
  return {
    respondent: {
      ...respondent,
      ...(licence === undefined ? {} : { operator: operators.withLicence(licence) ?? null }),
    },
  };
}
