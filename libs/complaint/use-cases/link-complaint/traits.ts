import type { Sealed } from '#kernel';
import { ERASED, type PersonalData } from '#platform/personal-data';
import type { RegisteredComplaint, Traits } from '../../domain/index.js';

/** What of a complaint is compared with others. People who were erased are not compared. */
export async function traitsOf(state: RegisteredComplaint, personal: PersonalData): Promise<Traits> {
  const { complainants, respondent, contract, claims, receivedAt } = state.registration;
  const reveal = async (sealed: readonly (Sealed | undefined)[]): Promise<string[]> => {
    const texts = await Promise.all(sealed.flatMap((one) => (one ? [personal.reveal(one)] : [])));
    return texts.filter((text) => text !== ERASED);
  };
  return {
    phones: await reveal(complainants.map(({ phone }) => phone)),
    names: await reveal(complainants.map(({ name }) => name)),
    respondent: respondent.name,
    licence: respondent.licence,
    contract: contract?.number,
    claims: claims.map(({ kind }) => kind),
    receivedAt,
  };
}
