import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

const MOST_ENTRIES = 10_000;

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Sessions, codes and grants of the local provider, in memory: after a restart people sign in anew, while
 * access tokens stay good, since they prove themselves. Bounded: the oldest entry makes room.
 */
export function signInState(): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (kind) => new KindOfState(kind, entries);
}

class KindOfState implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly entries: Map<string, Entry>,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const key = this.key(id);
    this.entries.delete(key);
    const seconds = Number.isFinite(expiresIn) ? expiresIn : 3600;
    this.entries.set(key, { payload: { ...payload }, until: Date.now() + seconds * 1000 });
    if (this.entries.size > MOST_ENTRIES) this.makeRoom();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.live(this.key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.search((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.search((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const entry = this.entries.get(this.key(id));
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.entries) {
      if (payload.grantId === grantId) this.entries.delete(key);
    }
  }

  private key(id: string): string {
    return `${this.kind} ${id}`;
  }

  private live(key: string): AdapterPayload | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined || entry.until > Date.now()) return entry?.payload;
    this.entries.delete(key);
    return undefined;
  }

  private search(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload }] of this.entries) {
      if (key.startsWith(`${this.kind} `) && matches(payload)) return this.live(key);
    }
    return undefined;
  }

  private makeRoom(): void {
    const now = Date.now();
    for (const [key, { until }] of this.entries) if (until <= now) this.entries.delete(key);
    const oldest = this.entries.keys();
    while (this.entries.size > MOST_ENTRIES) this.entries.delete(oldest.next().value as string);
  }
}
