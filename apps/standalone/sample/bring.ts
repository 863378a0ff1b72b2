import { OfficeClient } from '../client/office-client.js';
import { inChina, OfficeDays } from '../client/office-days.js';
import type { Standalone } from '../start.js';
import { Player } from './player.js';
import type { Play } from './play.js';
import { ACCEPTED } from './plays-accepted.js';
import { NOT_ACCEPTED } from './plays-not-accepted.js';

/** Where the clock of an evaluation begins: a Monday morning before the first receipt. */
export const SAMPLES_BEGIN = inChina('2026-10-19 08:30');
/** Where it stands when every sample complaint has gone its way. */
export const SAMPLES_END = inChina('2026-11-25 09:30');
/** Every sample complaint, C01 to C12. */
export const PLAYS: readonly Play[] = [...ACCEPTED, ...NOT_ACCEPTED].toSorted((a, b) =>
  a.ref.localeCompare(b.ref),
);

/**
 * Brings the sample complaints in on the first start, over the same interface that everybody uses. A start
 * that was cut off goes on where it was. Throws SampleFailed.
 */
export async function bringSamples(
  { url, accounts, folder }: Pick<Standalone, 'url' | 'accounts' | 'folder'>,
  signal: AbortSignal,
  say: (words: string) => void,
): Promise<void> {
  if (folder.samplesComplete) return;
  say('First start: twelve invented complaints are brought in, on a clock that runs from 19 October …');
  const client = new OfficeClient(
    url,
    Object.fromEntries(accounts.map(({ id, password }) => [id, password])),
  );
  await new Player(client, new OfficeDays(client, signal), signal).play(PLAYS, SAMPLES_END, (done, of) => {
    if (done % 40 === 0 || done === of) say(`  ${done} of ${of} steps`);
  });
  folder.recordSamplesComplete();
}
