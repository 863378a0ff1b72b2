import { addMilliseconds, type Instant } from '#kernel';
import { actOn, readCase } from '../client/acts.js';
import type { Answer, OfficeClient } from '../client/office-client.js';
import { inChina, type OfficeDays } from '../client/office-days.js';
import { registrationOf } from './complaints.js';
import type { Play, Step } from './play.js';

/** A sample complaint did not go as written; the message names the step and what was answered. */
export class SampleFailed extends Error {
  override readonly name = 'SampleFailed';
}

interface Scheduled extends Step {
  readonly ref: string;
  /** The same at every start, so that a start that was cut off goes on where it was. */
  readonly key: string;
  readonly instant: Instant;
}

/** A start that goes on later than this is no longer held to where the complaints should stand. */
const TOLERANCE_MS = 3_600_000;

/** Plays the sample complaints over HTTP, step by step in the order of time, on the evaluation clock. */
export class Player {
  private readonly ids = new Map<string, string>();
  private late = false;

  constructor(
    private readonly client: OfficeClient,
    private readonly days: OfficeDays,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Plays all, then lets the clock go on to `end`. Repeating it changes nothing that has been done.
   * @param told after each step: how many are done, of how many
   */
  async play(plays: readonly Play[], end: Instant, told: (done: number, of: number) => void): Promise<void> {
    const steps = scheduled(plays);
    for (const [index, step] of steps.entries()) {
      this.signal.throwIfAborted();
      await this.days.goTo(step.instant);
      const now = await this.days.now();
      const late = now > addMilliseconds(step.instant, TOLERANCE_MS);
      const done = await this.take(late ? { ...step, instant: now } : step);
      if (late && done) this.late = true;
      told(index + 1, steps.length);
    }
    await this.days.goTo(end);
    await this.days.settled();
    for (const play of plays) await this.check(play);
  }

  /** Answers whether something was done that had not been done before. */
  private async take(step: Scheduled): Promise<boolean> {
    const answer = step.act === 'register' ? await this.register(step) : await this.act(step);
    if (answer && answer.status !== 200 && answer.status !== 201) {
      throw new SampleFailed(
        `The sample complaint ${step.ref} could not be played: "${step.act}" by ${step.by} at ${step.at} was answered ` +
          `${answer.status} ${answer.problem} ${JSON.stringify(answer.body['facts'] ?? {})}`,
      );
    }
    return answer !== undefined && !answer.replayed;
  }

  private async register({ ref, by, key }: Scheduled): Promise<Answer> {
    const answer = await this.client.post(by, '/v1/complaints', registrationOf(ref), { key });
    if (typeof answer.body['id'] === 'string') this.ids.set(ref, answer.body['id']);
    return answer;
  }

  private async act(step: Scheduled): Promise<Answer | undefined> {
    const { ref, by, key, act, document, instant, body = {} } = step;
    if (act === 'register') return undefined;
    const id = step.there ? await this.receiving(ref) : (this.ids.get(ref) ?? '');
    const read = await readCase(this.client, by, id);
    const current = read.documents.findLast(({ kind, superseded }) => kind === document && !superseded);
    if (act === 'serve' && current?.service) return undefined;
    return actOn(
      this.client,
      id,
      { by, act, document, key, body: act === 'serve' ? { ...body, servedAt: instant } : body },
      read,
    );
  }

  /** The id of the case that another office opened for that one. */
  private async receiving(ref: string): Promise<string> {
    await this.days.settled();
    const { handover } = await readCase(this.client, 'leader', this.ids.get(ref) ?? '');
    if (!handover?.receiving)
      throw new SampleFailed(`The sample complaint ${ref} has not arrived at the other office.`);
    return handover.receiving.complaintId;
  }

  private async check({ ref, ends, endsThere }: Play): Promise<void> {
    const { phase } = await readCase(this.client, 'leader', this.ids.get(ref) ?? '');
    this.stands(ref, phase, ends);
    if (endsThere === undefined) return;
    const other = await readCase(this.client, 'leader', await this.receiving(ref));
    this.stands(`${ref} at the other office`, other.phase, endsThere);
  }

  private stands(which: string, phase: string, ends: string): void {
    if (phase === ends || this.late) return;
    throw new SampleFailed(
      `The sample complaint ${which} stands at "${phase}" and should stand at "${ends}".`,
    );
  }
}

/** All steps in the order of time; those of one complaint stay in their order. */
function scheduled(plays: readonly Play[]): Scheduled[] {
  return plays
    .flatMap(({ ref, steps }) =>
      steps.map((step, index) => ({
        ...step,
        ref,
        key: `sample/${ref}/${index}`,
        instant: inChina(step.at),
      })),
    )
    .toSorted((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0));
}
