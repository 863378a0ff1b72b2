import type { Sealed } from '#kernel';
import { maskAddress, maskName, maskPhone, type PersonalData } from '#platform/personal-data';
import type { RegisteredComplaint } from '../../../domain/index.js';

/** Shorter than this, a text would be found by chance. */
const SHORTEST = 2;

/**
 * Masks the names and contacts of a case's complainants and their agents wherever they stand in a free text: people
 * write their telephone number into the facts, and the operator gets a copy of these (G16), not of the number.
 */
export async function withoutContacts(
  state: RegisteredComplaint,
  personal: PersonalData,
): Promise<(value: unknown) => unknown> {
  const masked = new Map<string, string>();
  const add = async (sealed: Sealed | undefined, mask: (text: string) => string) => {
    const text = sealed && (await personal.reveal(sealed));
    if (typeof text === 'string' && text.length >= SHORTEST) masked.set(text, mask(text));
  };
  // What was wrong may be somebody else's number, and stands in the texts all the same.
  const former = (state.corrections ?? []).flatMap(({ was }) => was.complainants ?? []);
  for (const { name, phone, address } of [...state.registration.complainants, ...former]) {
    await add(name, maskName);
    await add(phone, maskPhone);
    await add(address, maskAddress);
  }
  for (const { name, phone } of state.agents ?? []) {
    await add(name, maskName);
    await add(phone, maskPhone);
  }
  // The longest first: a name can be a part of an address.
  const known = [...masked].toSorted(([a], [b]) => b.length - a.length);
  return (value) =>
    everywhere(value, (text) => known.reduce((now, [from, to]) => now.replaceAll(from, to), text));
}

/** The value with every text in it replaced. */
function everywhere(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => everywhere(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everywhere(item, replace)]));
}
