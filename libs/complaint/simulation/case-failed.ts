import type { Asked } from '../domain/fixture/random-journey.js';
import type { ComplaintEvent } from '../domain/case/events.js';

/** What happened in a case, and when and through whom. */
export interface Entry {
  readonly now: string;
  readonly by: string;
  readonly event: ComplaintEvent;
}

/** A case that broke something: enough to see it, and to play it once more. */
export class CaseFailed extends Error {
  constructor(
    readonly seed: number,
    readonly number: number,
    readonly history: readonly Entry[],
    readonly asked: Asked | undefined,
    override readonly cause: unknown,
  ) {
    super(`seed ${String(seed)}, case ${String(number)}: ${toldOf(cause)}`);
  }

  /** The whole of it, for people. */
  get story(): string {
    const { asked } = this;
    return [
      `FAILED  seed ${String(this.seed)}, case ${String(this.number)}`,
      ...this.history.map(({ now, by, event }) => `  ${now} ${by}: ${event.type} ${shown(event.data)}`),
      ...(asked
        ? [`asked   ${asked.now} ${asked.by}: ${asked.command.type} ${shown(asked.command.data)}`]
        : []),
      `broken  ${toldOf(this.cause)}`,
    ].join('\n');
  }
}

function toldOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Contents without the texts, which are the same everywhere. */
function shown(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && '$sealed' in value ? '…' : value,
  );
}
