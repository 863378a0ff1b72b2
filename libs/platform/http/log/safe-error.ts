/** What a log may say of an error: its kind and place, never its text, which can quote a person's data. */
export interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly frames: readonly string[];
  readonly cause?: SafeError;
}

/** How many causes are followed; a cause may point at itself. */
const CAUSES = 4;

/** Reduces anything thrown to what may be logged. PostgreSQL's constraint and table names stay, its row values do not. */
export function safeError(thrown: unknown, causes = CAUSES): SafeError {
  if (!(thrown instanceof Error)) return { name: `thrown ${typeof thrown}`, frames: [] };
  const { code, constraint, table } = thrown as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    name: thrown.name,
    ...named('code', code),
    ...named('constraint', constraint),
    ...named('table', table),
    frames: framesOf(thrown),
    ...(thrown.cause !== undefined && causes > 0 ? { cause: safeError(thrown.cause, causes - 1) } : {}),
  };
}

function named(key: string, value: unknown): Record<string, string> {
  return typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? { [key]: value } : {};
}

/** The message is taken out first: it may itself contain lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const frame = /^ {4}at (?:(?:async )?[\w.<>$ [\]#]+ \()?(?:file:\/\/|node:|\/)[^\s()]*:\d+:\d+\)?$/;
  const trace = message === '' ? stack : stack.replaceAll(message, '');
  return trace
    .split('\n')
    .filter((line) => frame.test(line))
    .map((line) => line.trim());
}
