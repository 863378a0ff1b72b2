import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { secretFile } from '#platform/secret-file';

/** A private signing key as a JSON Web Key. */
export type PrivateJwk = Readonly<Record<string, string>>;

/** What the local provider must keep between starts, or every token and session would end with the process. */
export interface ProviderSecrets {
  /** Signing keys; the first one signs, all are published. */
  readonly keys: readonly PrivateJwk[];
  readonly cookieKeys: readonly string[];
  /** Password of each account, by account id. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** Keys and passwords in `oidc-provider.json` of the folder, readable by its owner only, made on first use. */
export function openProviderSecrets(folder: string, accountIds: readonly string[]): ProviderSecrets {
  const text = secretFile(join(folder, 'oidc-provider.json'), () =>
    JSON.stringify(newProviderSecrets(accountIds), undefined, 2),
  );
  const secrets = JSON.parse(text) as ProviderSecrets;
  const without = accountIds.filter((id) => typeof secrets.passwords[id] !== 'string');
  if (without.length > 0) {
    const path = join(folder, 'oidc-provider.json');
    throw new Error(
      `${path} has no password for ${without.join(', ')}; remove the file to have it made anew`,
    );
  }
  return secrets;
}

/** Fresh keys and passwords. */
export function newProviderSecrets(accountIds: readonly string[]): ProviderSecrets {
  return {
    keys: [newSigningKey()],
    cookieKeys: [randomBytes(32).toString('base64url')],
    passwords: Object.fromEntries(accountIds.map((id) => [id, newPassword()])),
  };
}

/** An RSA key of 2,048 bits for RS256: checking its signatures is the cheapest of all, and each request does. */
export function newSigningKey(): PrivateJwk {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' }) as Record<string, string>;
  // RFC 7638: the required members in alphabetical order.
  const kid = createHash('sha256')
    .update(JSON.stringify({ e: jwk['e'], kty: jwk['kty'], n: jwk['n'] }))
    .digest('base64url');
  return { ...jwk, kid, use: 'sig', alg: 'RS256' };
}

/** 80 random bits in letters and digits that are not taken for each other. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789z';
  const text = Array.from(randomBytes(16), (byte) => letters[byte & 31]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
