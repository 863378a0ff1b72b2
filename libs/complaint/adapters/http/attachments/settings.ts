import { blobStoreFrom, type BlobStore } from '#platform/blob-store';
import { tmpdir } from 'node:os';
import type { AttachmentLimits } from '../../../domain/index.js';

/** How much is taken in, and where it lies on its way. */
export abstract class AttachmentSettings {
  /** Bytes of one file. */
  abstract readonly fileBytes: number;
  abstract readonly limits: AttachmentLimits;
  /** How many files one process takes in at the same time. */
  abstract readonly uploads: number;
  /** Folder for what is on its way: encrypted and without a name, and gone when the request is answered. */
  abstract readonly receivingFolder: string;
}

/** Where files are kept, and how much of them is taken. */
export interface Attachments {
  readonly store: BlobStore;
  readonly settings: AttachmentSettings;
}

/**
 * Opens the place of files, a folder's absolute path or `s3://bucket/prefix`, with the limits of the environment.
 * Rejects with {@link AttachmentSettingWrong}, or with a `BlobFault`.
 */
export async function openAttachments(
  place: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Attachments> {
  const settings = attachmentSettingsFrom(env);
  return { store: await blobStoreFrom(place, env), settings };
}

const MIB = 1_048_576;
const FILES_OF_A_CASE = 100;
const UPLOADS = 16;
const MOST_MIB = 2_048;

/** A limit makes no sense; the message says which and what to write. */
export class AttachmentSettingWrong extends Error {
  override readonly name = 'AttachmentSettingWrong';
}

/** Reads the limits from the environment: 20 MiB a file and 200 MiB a case unless told. Throws {@link AttachmentSettingWrong}. */
function attachmentSettingsFrom(env: Readonly<Record<string, string | undefined>>): AttachmentSettings {
  return {
    fileBytes: mebibytes(env, 'TOUSU_FILE_LIMIT_MIB', 20),
    limits: { files: FILES_OF_A_CASE, bytes: mebibytes(env, 'TOUSU_CASE_FILES_LIMIT_MIB', 200) },
    uploads: UPLOADS,
    receivingFolder: env['TOUSU_RECEIVING'] || tmpdir(),
  };
}

function mebibytes(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise * MIB;
  const number = Number(text);
  if (/^\d{1,4}$/.test(text) && number >= 1 && number <= MOST_MIB) return number * MIB;
  throw new AttachmentSettingWrong(`${name} is "${text}"; it is a number of MiB from 1 to ${MOST_MIB}`);
}
