import type { Logger } from 'pino';
import { createLog } from './log.js';
import { Closing, endSignal, given } from './signals.js';

/** What a process gets to start with. */
export interface ServiceStart {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly closing: Closing;
  /** Ends the process with 1, because it can no longer do its work: its supervisor is to start a fresh one. */
  readonly fail: (why: Error) => void;
}

/** Whoever has stood still may also stand in the way of an orderly end. */
const LAST_MS = 5_000;

/**
 * Runs a process until it is told to end, then undoes what `closing` holds, and exits: 0, or 1 when it could not
 * start, failed, or did not end cleanly. The words of a failed start go to standard error, with their stack at LOG_LEVEL=debug.
 * @param start answers what to log once it runs
 */
export async function runService(
  name: string,
  start: (service: ServiceStart) => Promise<string>,
): Promise<never> {
  const signal = endSignal();
  const closing = new Closing();
  const failed = new AbortController();
  let code = 0;
  try {
    const log = createLog(process.env, name);
    const fail = (why: Error): void => {
      log.fatal({ err: why.message }, 'this process ends, to be started again');
      code = 1;
      failed.abort();
      setTimeout(() => process.exit(1), LAST_MS);
    };
    const running = await start({ env: process.env, log, closing, fail });
    console.log(`tousu ${name}: ${running}`);
    await given(AbortSignal.any([signal, failed.signal]));
  } catch (error) {
    code = 1;
    const { message, stack } = error as Error;
    console.error(`tousu ${name} did not start: ${process.env['LOG_LEVEL'] === 'debug' ? stack : message}`);
  }
  const faults = await closing.run();
  for (const fault of faults) console.error(`tousu ${name} did not end cleanly: ${(fault as Error).message}`);
  process.exit(faults.length > 0 ? 1 : code);
}
