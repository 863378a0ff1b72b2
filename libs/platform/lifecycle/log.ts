import { destination, pino, type Logger } from 'pino';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/**
 * The log of a process: JSON lines on standard error, `warn` and above unless LOG_LEVEL says otherwise. Standard
 * output stays for what people read. An unknown LOG_LEVEL throws with the levels there are.
 */
export function createLog(env: Readonly<Record<string, string | undefined>>, process: string): Logger {
  const level = env['LOG_LEVEL'] || 'warn';
  if (!LEVELS.includes(level)) throw new Error(`LOG_LEVEL is "${level}"; it is one of ${LEVELS.join(', ')}`);
  return pino({ level, base: { process } }, destination({ fd: 2, sync: true }));
}
