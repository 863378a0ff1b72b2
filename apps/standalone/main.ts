import 'reflect-metadata';
import { createLog, Closing, endSignal, given } from '#platform/lifecycle';
import { guardEventLoop, Watch } from '#platform/watch';
import { ReadModelWatch } from '../projector/watched.js';
import { banner } from './banner.js';
import { bringSamples, SAMPLES_BEGIN } from './sample/bring.js';
import { standaloneSettingsFrom } from './settings.js';
import { startStandalone } from './start.js';
import { inPlainWords } from './words.js';

const signal = endSignal();
const closing = new Closing();
/** Whoever has stood still may also stand in the way of an orderly end; the database needs a moment for its own. */
const LAST_MS = 10_000;

/** Runs until told to end. Answers the exit code. */
async function run(): Promise<number> {
  try {
    const settings = standaloneSettingsFrom(process.env);
    const log = createLog(process.env, 'standalone');
    console.log(`Tousu starts (${settings.profile.name} profile); data in ${settings.dataFolder}`);
    const evaluation = settings.profile.name === 'evaluation';
    const started = await startStandalone({
      settings,
      log,
      closing,
      signal,
      ...(evaluation ? { beginsAt: SAMPLES_BEGIN } : {}),
    });
    if (evaluation) await bringSamples(started, signal, (words) => console.log(words));
    started.ready();
    console.log(banner(started, settings));
    const failed = new AbortController();
    for (const watch of [started.app.get(Watch), started.app.get(ReadModelWatch)]) {
      watch.start((why) => {
        log.fatal({ err: why.message }, 'this process ends, to be started again');
        failed.abort(why);
        setTimeout(() => process.exit(1), LAST_MS);
      });
    }
    guardEventLoop('standalone');
    await given(AbortSignal.any([signal, failed.signal]));
    console.log('Tousu stops …');
    return await close(failed.signal.aborted ? 1 : 0);
  } catch (error) {
    if (signal.aborted) return close(0);
    console.error(`\n${inPlainWords(error)}\n`);
    return close(1);
  }
}

async function close(code: number): Promise<number> {
  const faults = await closing.run();
  for (const fault of faults) console.error(inPlainWords(fault));
  return faults.length > 0 ? 1 : code;
}

process.exit(await run());
