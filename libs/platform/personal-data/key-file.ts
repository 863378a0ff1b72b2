import { randomBytes } from 'node:crypto';
import { secretFile } from '#platform/secret-file';

/**
 * The key-encryption key kept in a file that only its owner can read; created on first use. For one machine
 * without a key service. Whoever copies the file can read what the database holds of people: back it up
 * apart from the database.
 */
export function keyFromFile(path: string): string {
  return secretFile(path, () => `${randomBytes(32).toString('base64')}\n`).trim();
}
