import { dayInChina } from '#kernel';
import { actOn, readCase } from '../client/acts.js';
import type { Answer, OfficeClient } from '../client/office-client.js';
import { inChina, type OfficeDays } from '../client/office-days.js';
import { datedLine, eventLine, type HistoryEvent } from './event-line.js';
import type { Explanations, Printer } from './printer.js';
import type { Scene } from './scene.js';

/** Something came differently from what the rules say; the message has both. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected';
}

const READER = 'auditor';

/** Plays the story, prints it, and holds every scene to what must come of it. */
export class Walk {
  private id = '';
  private seen = 0;
  private acts = 0;

  constructor(
    private readonly client: OfficeClient,
    private readonly days: OfficeDays,
    private readonly names: ReadonlyMap<string, string>,
    private readonly printer: Printer,
  ) {}

  /** Answers the id of the complaint. Throws {@link Unexpected} at the first difference. */
  async play(story: readonly Scene[]): Promise<string> {
    for (const scene of story) {
      if (scene.kind === 'chapter') this.printer.chapter(scene.zh, scene.en);
      if (scene.kind === 'done') await this.done(scene);
      if (scene.kind === 'refused') await this.refused(scene);
      if (scene.kind === 'wait') await this.wait(scene);
    }
    return this.id;
  }

  async history(): Promise<readonly HistoryEvent[]> {
    const answer = await this.client.get(READER, `/v1/complaints/${this.id}/history`);
    return answer.body['events'] as unknown as HistoryEvent[];
  }

  private async done(scene: Extract<Scene, { kind: 'done' }>): Promise<void> {
    await this.days.goTo(inChina(scene.at));
    this.printer.scene(scene.at, this.nameOf(scene.by), scene.zh, scene.en);
    const answer = await this.send(scene);
    if (answer.problem !== undefined) {
      throw new Unexpected(`${scene.en}: was refused, ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (scene.act === 'register') this.id = answer.body['id'] as string;
    const events = await this.newEvents();
    await this.print(events);
    same(scene.en, scene.events, events.map(eventLine));
    same(`${scene.en}, phase`, [scene.phase], [answer.body['phase'] as string]);
  }

  private async refused(scene: Extract<Scene, { kind: 'refused' }>): Promise<void> {
    const now = await this.wallClock();
    this.printer.scene(now, this.nameOf(scene.by), scene.zh, scene.en);
    const answer = await this.send(scene);
    if (answer.problem === undefined) throw new Unexpected(`${scene.en}: was done and should be refused`);
    this.printer.refusal(answer.status, answer.body);
    const found = [String(answer.status), answer.problem, ...(answer.body['rules'] as string[])];
    same(scene.en, [String(scene.status), scene.code, ...scene.rules], found);
    if (this.id !== '') same(`${scene.en}: nothing is recorded`, [], (await this.newEvents()).map(eventLine));
  }

  private async wait(scene: Extract<Scene, { kind: 'wait' }>): Promise<void> {
    const until = inChina(scene.until);
    this.printer.scene(await this.wallClock(), '⏩', scene.zh, scene.en);
    await this.days.goTo(until);
    const events = (await this.newEvents()).toSorted((a, b) => compare(datedLine(a), datedLine(b)));
    await this.print(events, true);
    same(scene.en, scene.events.toSorted(compare), events.map(datedLine));
  }

  private async send(scene: Extract<Scene, { kind: 'done' | 'refused' }>): Promise<Answer> {
    const { by, act, document, body } = scene;
    this.acts += 1;
    const key = `walkthrough/${this.acts}`;
    if (act === 'register') return this.client.post(by, '/v1/complaints', body ?? {}, { key });
    const read = await readCase(this.client, READER, this.id);
    const ifMatch = scene.kind === 'refused' ? scene.ifMatch : undefined;
    return actOn(this.client, this.id, { by, act, document, body, key, ifMatch }, read);
  }

  private async newEvents(): Promise<readonly HistoryEvent[]> {
    const events = (await this.history()).slice(this.seen);
    this.seen += events.length;
    return events;
  }

  private async print(events: readonly HistoryEvent[], dated = false): Promise<void> {
    const explanations = await this.explanations();
    for (const event of events) {
      this.printer.event(event, explanations, dated ? dayInChina(event.recordedAt) : undefined);
    }
  }

  private async explanations(): Promise<Explanations> {
    const answer = await this.client.get(READER, `/v1/complaints/${this.id}/clocks`);
    const clocks = answer.body['clocks'] as unknown as {
      clock: string;
      explanation: { words: { zh: string[]; en: string[] } };
    }[];
    return new Map(clocks.map(({ clock, explanation }) => [clock, explanation.words]));
  }

  private async wallClock(): Promise<string> {
    const now = Date.parse(await this.days.now()) + 8 * 3_600_000;
    return new Date(now).toISOString().slice(0, 16).replace('T', ' ');
  }

  private nameOf(id: string): string {
    return `${this.names.get(id) ?? ''} ${id}`;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Holds what came against what must come, line by line. */
export function same(what: string, expected: readonly string[], found: readonly string[]): void {
  if (expected.length === found.length && expected.every((line, index) => line === found[index])) return;
  const listed = (lines: readonly string[]) =>
    lines.map((line) => `\n    ${line}`).join('') || '\n    (nothing)';
  throw new Unexpected(`${what}\n  expected:${listed(expected)}\n  came:${listed(found)}`);
}
