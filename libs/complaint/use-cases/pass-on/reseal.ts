import { isSealed, type Sealed } from '#kernel';
import { ERASED, type PersonalData } from '#platform/personal-data';

/**
 * The value with the free text of one case put under the key of another, so that erasing the one leaves the other
 * whole. What is about a person stays under the person's own key; what is erased stays erased.
 * @param from id of the case that it was said in
 * @param to id of the case that it is told to; it has its key already
 */
export async function resealed<T>(personal: PersonalData, value: T, from: string, to: string): Promise<T> {
  const again = async (sealed: Sealed): Promise<Sealed> => {
    const text = await personal.reveal(sealed);
    return text === ERASED ? sealed : personal.seal(to, sealed.field, text);
  };
  const walk = async (part: unknown): Promise<unknown> => {
    if (isSealed(part)) return part.subject === from ? again(part) : part;
    if (Array.isArray(part)) return Promise.all(part.map(walk));
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).map(async ([key, inner]) => [key, await walk(inner)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return (await walk(value)) as T;
}
