import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import type { Sealed } from '#kernel';
import { PersonalDataFault } from './faults.js';
import { KeyCache } from './key-cache.js';
import type { KeyRing } from './key-ring.js';
import { ERASED, PersonalData } from './port.js';
import { checkSubject, openText, sealText, type Disclosure } from './sealed-text.js';

/** How many unwrapped keys a process keeps, and for how long. */
export interface KeyCacheOptions {
  /** Default 10,000 people. */
  readonly capacity?: number;
  /** Default one minute, at most five. An erasure elsewhere is felt here this much later. */
  readonly ttlMs?: number;
}

interface KeyRow {
  readonly subject: string;
  readonly erased: boolean;
  readonly kek_id: string | null;
  readonly wrapped: Buffer | null;
}

const PROVISION = {
  name: 'personal-provision',
  text: `WITH newcomer AS (
           INSERT INTO personal.subjects (subject) VALUES ($1) ON CONFLICT (subject) DO NOTHING RETURNING subject)
         INSERT INTO personal.keys (subject, kek_id, wrapped) SELECT subject, $2, $3 FROM newcomer`,
};
const FIND = {
  name: 'personal-find',
  text: `SELECT s.subject, s.erased_at IS NOT NULL AS erased, k.kek_id, k.wrapped
         FROM personal.subjects s LEFT JOIN personal.keys k USING (subject)
         WHERE s.subject = ANY ($1::text[])`,
};

const DESTROY = { name: 'personal-destroy', text: 'SELECT personal.destroy($1::text[])' };

/** People's keys in the schema `personal`, wrapped by a key that the database never sees. */
export class PostgresPersonalData extends PersonalData {
  private readonly cache: KeyCache;

  constructor(
    private readonly pool: Pool,
    private readonly keys: KeyRing,
    { capacity = 10_000, ttlMs = 60_000 }: KeyCacheOptions = {},
  ) {
    super();
    this.cache = new KeyCache(capacity, ttlMs);
  }

  /** Always asks the database, so that an erased person is refused at once. Safe to repeat and to race. */
  override async openSubject(subject: string): Promise<void> {
    checkSubject(subject);
    this.cache.forget(subject);
    const known = (await this.load([subject])).get(subject);
    if (known === ERASED) throw erased(subject);
    if (known) return;
    const { stored } = this.keys.provision(subject);
    await this.pool.query({ ...PROVISION, values: [subject, stored.kekId, stored.wrapped] });
    // Read back: when two callers race, the key of the first one counts.
    await this.keyOf(subject);
  }

  override async seal(subject: string, field: string, text: string): Promise<Sealed> {
    return sealText(await this.keyOf(subject), subject, field, text);
  }

  /** Seals several fields of one person with one look at the key. */
  async sealMany<Field extends string>(
    subject: string,
    texts: Readonly<Record<Field, string>>,
  ): Promise<Record<Field, Sealed>> {
    const key = await this.keyOf(subject);
    const sealed = Object.entries<string>(texts).map(([field, text]) => [
      field,
      sealText(key, subject, field, text),
    ]);
    return Object.fromEntries(sealed) as Record<Field, Sealed>;
  }

  override async reveal(sealed: Sealed): Promise<string | typeof ERASED> {
    const disclosure = await this.disclose(sealed);
    return disclosure === ERASED ? ERASED : disclosure.value;
  }

  /** The texts in the order given. However many people they are about, the keys cost one query at most. */
  async revealMany(sealed: readonly Sealed[]): Promise<(string | typeof ERASED)[]> {
    const keys = await this.load(sealed.map(({ subject }) => subject));
    return sealed.map((one) => {
      const key = present(keys, one.subject);
      return key === ERASED ? ERASED : openText(key, one).value;
    });
  }

  /** The text with its salt: what an auditor needs to check it against the commitment without a key. */
  async disclose(sealed: Sealed): Promise<Disclosure | typeof ERASED> {
    const key = present(await this.load([sealed.subject]), sealed.subject);
    return key === ERASED ? ERASED : openText(key, sealed);
  }

  override async destroy(subjects: readonly string[]): Promise<void> {
    await this.pool.query({ ...DESTROY, values: [subjects] });
    for (const subject of subjects) this.forget(subject);
  }

  /** Drops the person's key from this process, so that an erasure counts here at once. */
  forget(subject: string): void {
    this.cache.forget(subject);
  }

  /** The key to seal with. Throws `subject-erased` or `key-missing`. */
  private async keyOf(subject: string): Promise<KeyObject> {
    const key = present(await this.load([subject]), subject);
    if (key === ERASED) throw erased(subject);
    return key;
  }

  /** Keys by person: from the cache, the rest with one query. A person without any row is left out. */
  private async load(subjects: readonly string[]): Promise<Map<string, KeyObject | typeof ERASED>> {
    const found = new Map<string, KeyObject | typeof ERASED>();
    const missing = new Set<string>();
    for (const subject of subjects) {
      const key = this.cache.get(subject);
      if (key) found.set(subject, key);
      else missing.add(subject);
    }
    if (missing.size === 0) return found;
    const { rows } = await this.pool.query<KeyRow>({ ...FIND, values: [[...missing]] });
    for (const row of rows) found.set(row.subject, this.take(row));
    return found;
  }

  private take(row: KeyRow): KeyObject | typeof ERASED {
    if (row.erased) return ERASED;
    if (row.kek_id === null || row.wrapped === null) throw missingKey(row.subject);
    const key = this.keys.unwrap(row.subject, { kekId: row.kek_id, wrapped: row.wrapped });
    this.cache.put(row.subject, key);
    return key;
  }
}

function present(
  keys: ReadonlyMap<string, KeyObject | typeof ERASED>,
  subject: string,
): KeyObject | typeof ERASED {
  const key = keys.get(subject);
  if (key === undefined) throw missingKey(subject);
  return key;
}

function missingKey(subject: string): PersonalDataFault {
  return new PersonalDataFault('key-missing', `${subject} has no key and was not erased`);
}

function erased(subject: string): PersonalDataFault {
  return new PersonalDataFault('subject-erased', `${subject} was erased and gets no key again`);
}
