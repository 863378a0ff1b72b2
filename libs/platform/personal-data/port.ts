import type { Sealed } from '#kernel';

/** What is left of a text whose person was erased: the key is gone for ever. */
export const ERASED = Symbol('erased');

/** Encrypts and opens personal text; keys live outside the event schema, one per person. */
export abstract class PersonalData {
  /** Makes sure the person has a key; call before sealing. Refuses an erased person's id. */
  abstract openSubject(subject: string): Promise<void>;
  /** AES-256-GCM under the person's key, with a salted commitment to the text. */
  abstract seal(subject: string, field: string, text: string): Promise<Sealed>;
  /** Destroys their keys for ever: what stands under them is gone, and none of them gets a key again. Safe to repeat. */
  abstract destroy(subjects: readonly string[]): Promise<void>;
  abstract reveal(sealed: Sealed): Promise<string | typeof ERASED>;
}
