/** What went wrong with personal data. None of these texts can hold any of it. */
export type PersonalDataFaultCode =
  /** The person was erased: nothing can be sealed for them again, ever. */
  | 'subject-erased'
  /** The id could itself be personal data, or cannot be bound into the encryption. */
  | 'subject-unfit'
  | 'field-unfit'
  /** The text has a lone surrogate: it has no UTF-8 form, so nothing could be proved about it later. */
  | 'text-not-unicode'
  /** No key stands for this person, and no tombstone either: the key table is not the one that belongs to the log. */
  | 'key-missing'
  /** The person's key is wrapped by a key-encryption key that this process was not given. */
  | 'kek-unknown'
  /** The wrapped key does not open: wrong key-encryption key, or the row was altered. */
  | 'key-unusable'
  /** The sealed text does not open under the person's key: altered, or moved to another person or field. */
  | 'text-altered'
  /** The text opens, but is not the one that was committed to. */
  | 'commitment-broken'
  /** The key-encryption key is absent or malformed. */
  | 'kek-unfit';

/** A fault (never a refusal of the business). Its message names the person's opaque id and field at most. */
export class PersonalDataFault extends Error {
  override readonly name = 'PersonalDataFault';

  constructor(
    readonly code: PersonalDataFaultCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
