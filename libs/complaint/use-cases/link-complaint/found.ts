import type { PersonalData } from '#platform/personal-data';
import { likenessOf, type ComplaintLink, type RegisteredComplaint } from '../../domain/index.js';
import type { CaseRequest, Cases } from '../cases.js';
import { traitsOf } from './traits.js';

/** What a link keeps of the complaint that it leads to; nothing of one that the person may not see. */
export async function foundAt(
  to: string,
  { access }: CaseRequest,
  cases: Cases,
  personal: PersonalData,
): Promise<(from: RegisteredComplaint) => Promise<{ found?: Pick<ComplaintLink, 'toNumber' | 'likeness'> }>> {
  const other = await cases.read(to, access);
  if ('denial' in other) return () => Promise.resolve({});
  const { state } = other.loaded;
  return async (from) => {
    const likeness = likenessOf(await traitsOf(from, personal), await traitsOf(state, personal));
    return { found: { toNumber: state.registration.number, likeness } };
  };
}
