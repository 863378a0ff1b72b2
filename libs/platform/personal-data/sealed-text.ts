import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import type { Sealed } from '#kernel';
import { PersonalDataFault } from './faults.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 32;
/** Keeps these hashes apart from every other use of SHA-256; part of the stored format. */
const COMMITMENT_TAG = 'tousu personal-data commitment 1\n';

/** A text as it is disclosed to somebody who checks it without a key. */
export interface Disclosure {
  /** 32 random bytes, base64: without them a commitment to a phone number could be guessed. */
  readonly salt: string;
  readonly value: string;
}

/**
 * Base64 of SHA-256(tag || salt || canonical JSON of the text).
 * AES-GCM alone does not fix the text: two keys can open one ciphertext to two texts. The hash does.
 */
export function commitmentTo({ salt, value }: Disclosure): string {
  const canonical = JSON.stringify(value); // RFC 8785 of a string; callers ensure it is well-formed
  return createHash('sha256')
    .update(COMMITMENT_TAG)
    .update(Buffer.from(salt, 'base64'))
    .update(canonical, 'utf8')
    .digest('base64');
}

/** Whether the disclosed text is the one that was sealed. Needs no key, and never throws. */
export function verifyCommitment(sealed: Pick<Sealed, 'commitment'>, salt: string, value: string): boolean {
  if (!value.isWellFormed() || Buffer.from(salt, 'base64').length !== SALT_BYTES) return false;
  const expected = Buffer.from(sealed.commitment, 'base64');
  const actual = Buffer.from(commitmentTo({ salt, value }), 'base64');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Encrypts a text under the person's key. The same text twice gives nothing in common. */
export function sealText(key: KeyObject, subject: string, field: string, value: string): Sealed {
  checkField(field);
  if (!value.isWellFormed()) throw new PersonalDataFault('text-not-unicode', `${subject} ${field}`);
  const random = randomBytes(IV_BYTES + SALT_BYTES);
  const iv = random.subarray(0, IV_BYTES);
  const salt = random.toString('base64', IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  cipher.setAAD(boundTo(subject, field));
  const text = Buffer.concat([
    cipher.update(JSON.stringify({ salt, value }), 'utf8'), // keys in order: this is canonical (RFC 8785)
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    $sealed: 1,
    subject,
    field,
    iv: iv.toString('base64'),
    text: text.toString('base64'),
    commitment: commitmentTo({ salt, value }),
  };
}

/** Opens a sealed text and checks it against its commitment. Throws {@link PersonalDataFault}. */
export function openText(key: KeyObject, sealed: Sealed): Disclosure {
  const disclosure = decrypt(key, sealed);
  if (!verifyCommitment(sealed, disclosure.salt, disclosure.value)) {
    throw new PersonalDataFault('commitment-broken', `${sealed.subject} ${sealed.field}`);
  }
  return disclosure;
}

function decrypt(key: KeyObject, sealed: Sealed): Disclosure {
  try {
    const text = Buffer.from(sealed.text, 'base64');
    const end = text.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.iv, 'base64'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(boundTo(sealed.subject, sealed.field));
    decipher.setAuthTag(text.subarray(end));
    const plain = decipher.update(text.subarray(0, end), undefined, 'utf8') + decipher.final('utf8');
    return JSON.parse(plain) as Disclosure;
  } catch {
    // The cause is dropped on purpose: a parser's message would quote the text.
    throw new PersonalDataFault('text-altered', `${sealed.subject} ${sealed.field}`);
  }
}

/** Neither part may hold a bar, so no two pairs read the same. */
function boundTo(subject: string, field: string): Buffer {
  return Buffer.from(`${subject}|${field}`, 'utf8');
}

const SUBJECT = /^[0-9A-Za-z_-]{8,64}$/;
const NUMBER = /^\d+[xX]?$/;

/** A person's id is opaque: a UUID, or anything of that kind. A telephone or identity number is not one. */
export function checkSubject(subject: string): void {
  if (!SUBJECT.test(subject) || NUMBER.test(subject)) {
    throw new PersonalDataFault('subject-unfit', 'a person is named by an opaque id of 8 to 64 characters');
  }
}

function checkField(field: string): void {
  if (!/^[0-9A-Za-z_.[\]-]{1,100}$/.test(field)) {
    throw new PersonalDataFault('field-unfit', 'a field is named by letters, digits, dots and dashes');
  }
}
