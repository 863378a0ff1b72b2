import { AttachmentSettingWrong, OfficesUnusable, RulebooksUnusable } from '#complaint';
import { PeopleUnusable } from '#identity';
import { OperatorsUnusable } from '#operator';
import { BlobFault } from '#platform/blob-store';
import { NotDurable } from '#platform/postgres';
import { ClusterError } from '#platform/embedded-postgres';
import { SettingsWrong } from '#platform/engine';
import { CannotListen } from '#platform/http';
import { SecretFileOpenToOthers } from '#platform/secret-file';
import { DatabaseUnusable } from './database.js';
import { DataFolderUnusable } from './data-folder.js';
import { SampleFailed } from './sample/player.js';

/** Errors whose message is written for the person who started the program. */
const FOR_PEOPLE = [
  AttachmentSettingWrong,
  BlobFault,
  CannotListen,
  ClusterError,
  DatabaseUnusable,
  DataFolderUnusable,
  NotDurable,
  OfficesUnusable,
  OperatorsUnusable,
  PeopleUnusable,
  RulebooksUnusable,
  SampleFailed,
  SecretFileOpenToOthers,
  SettingsWrong,
];

/** What to tell the person who started it: a sentence where there is one, else everything for a report. */
export function inPlainWords(error: unknown): string {
  if (FOR_PEOPLE.some((kind) => error instanceof kind)) {
    return `Tousu did not start. ${(error as Error).message}`;
  }
  return `Tousu did not start, and this was not foreseen:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
