import type { WakeUpAnswer, WakeUpQueue } from '#platform/queue';
import type { Firing } from './firing.js';
import type { TimerTable } from './timer-table.js';

/** Answers the queue's calls. Any number of processes may; the table and the aggregate decide, not the call. */
export class TimerWorker {
  constructor(
    private readonly queue: WakeUpQueue,
    private readonly table: TimerTable,
    private readonly firing: Firing,
  ) {}

  start(): void {
    this.queue.process(({ data }) => this.#answer(data['timerId'], data['revision']));
  }

  async #answer(timerId: unknown, revision: unknown): Promise<WakeUpAnswer> {
    if (typeof timerId !== 'string') return undefined;
    const timer = await this.table.loadOne(timerId);
    if (timer === undefined || timer.revision !== revision || timer.state !== 'pending') return undefined;
    if (!timer.due) return { againInMs: timer.dueInMs + 1 };
    return this.firing.fire(timer);
  }
}
