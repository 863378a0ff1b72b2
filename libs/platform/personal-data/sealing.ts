import type { Sealed } from '#kernel';

/** Encrypts text under one key. */
export type Seal = (field: string, text: string) => Promise<Sealed>;

/** Seals each text of a list. */
export function sealAll(seal: Seal, field: string, texts: readonly string[]): Promise<Sealed[]> {
  return Promise.all(texts.map((text) => seal(field, text)));
}

/** Seals each text of a record under `<prefix>.<key>`; absent ones stay absent. */
export async function sealEach<Key extends string>(
  seal: Seal,
  prefix: string,
  texts: Readonly<Partial<Record<Key, string>>>,
): Promise<Partial<Record<Key, Sealed>>> {
  const entries = (Object.entries(texts) as [Key, string | undefined][]).filter(
    ([, text]) => text !== undefined,
  );
  const sealed = await Promise.all(
    entries.map(async ([key, text]) => [key, await seal(`${prefix}.${key}`, text ?? '')] as const),
  );
  return Object.fromEntries(sealed) as Partial<Record<Key, Sealed>>;
}

/** Stands for every text while the rules are asked, which never look inside: nobody gets a key for a refusal. */
export const BLANK: Sealed = { $sealed: 1, subject: '', field: '', iv: '', text: '', commitment: '' };
