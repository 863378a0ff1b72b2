import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { PersonalDataFault } from './faults.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A person's key as the key table holds it. */
export interface WrappedKey {
  readonly kekId: string;
  /** iv (12 bytes), ciphertext (32), tag (16). */
  readonly wrapped: Buffer;
}

interface KeyEncryptionKey {
  readonly id: string;
  readonly key: KeyObject;
}

/**
 * The keys that wrap people's keys. New ones are wrapped by the current key; what older keys wrapped stays
 * readable as long as they are given too, so the current key can be changed at any time.
 */
export class KeyRing {
  private readonly byId = new Map<string, KeyEncryptionKey>();
  private readonly current: KeyEncryptionKey;

  /** Each key is 32 bytes in base64. Throws `kek-unfit`. */
  constructor(current: string, older: readonly string[] = []) {
    this.current = keyEncryptionKey(current);
    for (const kek of [this.current, ...older.map(keyEncryptionKey)]) this.byId.set(kek.id, kek);
  }

  get currentId(): string {
    return this.current.id;
  }

  /** A new random key for a person: to use now, and as it is to be stored. */
  provision(subject: string): { readonly key: KeyObject; readonly stored: WrappedKey } {
    const raw = randomBytes(KEY_BYTES);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.current.key, iv);
    cipher.setAAD(boundTo(this.current.id, subject));
    const wrapped = Buffer.concat([iv, cipher.update(raw), cipher.final(), cipher.getAuthTag()]);
    const key = createSecretKey(raw);
    raw.fill(0);
    return { key, stored: { kekId: this.current.id, wrapped } };
  }

  /** Throws `kek-unknown`, or `key-unusable` when the row was altered or belongs to another person. */
  unwrap(subject: string, { kekId, wrapped }: WrappedKey): KeyObject {
    const kek = this.byId.get(kekId);
    if (!kek) throw new PersonalDataFault('kek-unknown', `${subject} is wrapped by ${kekId}`);
    if (wrapped.length !== IV_BYTES + KEY_BYTES + TAG_BYTES) throw unusable(subject, kekId);
    try {
      const end = wrapped.length - TAG_BYTES;
      const decipher = createDecipheriv(CIPHER, kek.key, wrapped.subarray(0, IV_BYTES));
      decipher.setAAD(boundTo(kekId, subject));
      decipher.setAuthTag(wrapped.subarray(end));
      const raw = Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, end)), decipher.final()]);
      const key = createSecretKey(raw);
      raw.fill(0);
      return key;
    } catch {
      throw unusable(subject, kekId);
    }
  }
}

function unusable(subject: string, kekId: string): PersonalDataFault {
  return new PersonalDataFault('key-unusable', `${subject}, wrapped by ${kekId}`);
}

/** A wrapped key moved to another person's row does not open. */
function boundTo(kekId: string, subject: string): Buffer {
  return Buffer.from(`${kekId}|${subject}`, 'utf8');
}

/** The id is a fingerprint, so that a key cannot be stored under another one's name. */
function keyEncryptionKey(base64: string): KeyEncryptionKey {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== KEY_BYTES || raw.toString('base64') !== base64) {
    throw new PersonalDataFault('kek-unfit', 'a key-encryption key is 32 bytes in base64');
  }
  const id = createHash('sha256').update('tousu kek id 1\n').update(raw).digest('hex').slice(0, 16);
  return { id, key: createSecretKey(raw) };
}
