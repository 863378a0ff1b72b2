import { open } from 'node:fs/promises';
import { BlobFault, type BlobFaultCode } from '../faults.js';

const CODES: Readonly<Record<string, BlobFaultCode>> = {
  ENOSPC: 'store-full',
  EDQUOT: 'store-full',
  EFBIG: 'store-full',
  EACCES: 'store-refused',
  EPERM: 'store-refused',
  EROFS: 'store-refused',
  ENOTDIR: 'store-refused',
  EIO: 'store-unavailable',
  ESTALE: 'store-unavailable',
  EMFILE: 'store-unavailable',
  ENFILE: 'store-unavailable',
};

/**
 * What the operating system said, as a fault of the store. Anything else stays what it is.
 * @param missing what it means that something is not there: of a file read, that there is none; of the folder, that it
 *   is not mounted
 */
export function faultOf(error: unknown, about: string, missing: BlobFaultCode = 'blob-missing'): unknown {
  if (error instanceof BlobFault) return error;
  const code = absent(error) ? missing : CODES[(error as NodeJS.ErrnoException).code ?? ''];
  return code === undefined ? error : new BlobFault(code, about, { cause: error });
}

/** Whether the operating system found no such file. */
export function absent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Makes the names in a folder durable: without it a file can be whole and nowhere after a loss of power. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
