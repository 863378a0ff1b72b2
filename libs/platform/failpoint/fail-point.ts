/** The places at which a test may have a process killed. One line here names one; each is passed in one place. */
export const FAIL_POINTS = {
  /** Events are durable, and whoever asked has not been told. */
  'after-append': 'libs/platform/event-sourcing/streams.ts',
  /** A number is allotted, and what it is for is not yet recorded. */
  'after-number': 'libs/platform/event-sourcing/number-register.ts',
  /** A timer has had its effect, and neither the queue nor anything in memory knows. */
  'after-firing': 'libs/platform/timers/firing.ts',
  /** A reaction has had its effect, and its checkpoint does not know. */
  'after-reaction': 'libs/platform/reactions/reaction-runner.ts',
  /** The statement with rows and checkpoint of a read model is on its way. */
  'page-sent': 'libs/platform/projections/page-writer.ts',
  /** Rows and checkpoint are stored, and the projector does not know. */
  'page-stored': 'libs/platform/projections/page-writer.ts',
  /** A file lies whole beside the store, and nothing stands under its id. */
  'blob-written': 'libs/platform/blob-store/folder/folder-blob-store.ts',
  /** A file stands in the store, and no event names it. */
  'blob-placed': 'libs/platform/blob-store/folder/folder-blob-store.ts',
} as const;

export type FailPoint = keyof typeof FAIL_POINTS;

/** A fail point is armed where real complaints may be, or there is none of that name. */
export class FailPointRefused extends Error {
  override readonly name = 'FailPointRefused';
}

let armed: FailPoint | undefined;
let passagesLeft = 0;

/**
 * Arms what `TOUSU_FAILPOINT` asks for: `name`, or `name:n` for the n-th passage. Unset or empty: nothing.
 * @param permitted whether this is an evaluation; anywhere else a wish is refused, so that nobody can be in doubt
 * @throws FailPointRefused
 */
export function armFailPoint(wish: string | undefined, permitted: boolean): void {
  armed = undefined;
  if (wish === undefined || wish === '') return;
  if (!permitted) {
    throw new FailPointRefused(
      'TOUSU_FAILPOINT is set; it kills the process and is for the evaluation profile',
    );
  }
  const [, name = '', passage = '1'] = /^([a-z-]+)(?::([1-9]\d{0,5}))?$/.exec(wish) ?? [];
  if (!Object.hasOwn(FAIL_POINTS, name)) {
    const names = Object.keys(FAIL_POINTS).join(', ');
    throw new FailPointRefused(
      `TOUSU_FAILPOINT is "${wish}"; it is one of ${names}, with :n for the n-th passage`,
    );
  }
  armed = name as FailPoint;
  passagesLeft = Number(passage);
}

/** Passes a fail point: kills this process, as `kill -9` does, if it is armed and its turn has come. */
export function failPoint(name: FailPoint): void {
  if (armed !== name) return;
  passagesLeft -= 1;
  if (passagesLeft <= 0) process.kill(process.pid, 'SIGKILL');
}
