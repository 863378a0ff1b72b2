import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endChild, ended, endWithParent } from '#platform/child-process';

/** How to start a process again and again. */
export interface ProgramOptions {
  readonly name: string;
  /** Compiled file below `processes/`. */
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Keeps a process by that has loaded the program and begins only when told, by a line with its fail point on
   * standard input: coming back takes a moment then, not the seconds in which everything is loaded.
   */
  readonly standby?: boolean;
  /** Where its standard error goes. */
  readonly log: string;
  /** Told when it has ended and nobody here had ended it. */
  readonly onEnd?: (program: Program, how: { readonly killed: boolean; readonly failPoint?: string }) => void;
}

const RESTART_MS = 100;

/** A process of its own that is started again within moments of its end, as a supervisor does in an office. */
export class Program {
  private child: ChildProcess | undefined;
  private standby: ChildProcess | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopping = false;
  private failPoint: string | undefined;
  private armed: string | undefined;
  private killedHere = false;
  private isReady = false;
  private away = false;
  private besides: Readonly<Record<string, string>> = {};
  /** How often it has been started. */
  starts = 0;

  constructor(private readonly options: ProgramOptions) {}

  /** Asks programs to end; names those that did not end well. */
  static async end(programs: readonly Program[]): Promise<string[]> {
    const codes = await Promise.all(
      programs.map(async ({ name }, index) => ({ name, code: await programs[index]?.stop() })),
    );
    return codes.filter(({ code }) => code !== 0).map(({ name, code }) => `${name} (${code ?? 'killed'})`);
  }

  get name(): string {
    return this.options.name;
  }

  /** Whether it runs and has said that it serves. */
  get ready(): boolean {
    return this.isReady;
  }

  /** The fail point that it, or the one that comes after it, is to run into. */
  get waitsFor(): string | undefined {
    return this.failPoint ?? this.armed;
  }

  start(): void {
    this.armed = this.failPoint;
    this.failPoint = undefined;
    this.killedHere = false;
    this.starts += 1;
    const child = isLive(this.standby) ? this.standby : this.spawn();
    this.standby = undefined;
    this.child = child;
    this.running = ended(child).then(({ signal }) => this.over(signal === 'SIGKILL'));
    child.stdout?.once('data', () => this.serves(child));
    child.stdin?.end(`${this.armed ?? ''}\n`);
  }

  /** Kills it as `kill -9` does. The next one is armed with that fail point, if one is named. */
  kill(failPoint?: string): void {
    this.failPoint = failPoint;
    this.killedHere = true;
    this.isReady = false;
    this.child?.kill('SIGKILL');
  }

  /** Asks it to end, as an update does; the next ones are started when it has, in another environment if one is given. */
  restart(besides = this.besides): void {
    this.liveIn(besides);
    this.killedHere = true;
    this.isReady = false;
    this.child?.kill('SIGTERM');
  }

  /** Kills it, and lets the next ones come in another environment, until told otherwise. */
  killInto(besides: Readonly<Record<string, string>>): void {
    this.liveIn(besides);
    this.kill();
  }

  private liveIn(besides: Readonly<Record<string, string>>): void {
    if (besides === this.besides) return;
    this.besides = besides;
    // The one that stands by was born in the old one.
    this.standby?.kill('SIGKILL');
    this.standby = undefined;
  }

  /** Kills it, and starts none until it is let back. */
  keepAway(): void {
    this.away = true;
    this.kill();
  }

  letBack(): void {
    this.away = false;
    void this.running.then(() => this.start());
  }

  /** Has its event loop stand still. */
  block(): void {
    this.child?.kill('SIGUSR2');
  }

  /** SIGSTOP: it stands still, and keeps its locks and connections. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  /** Asks it to end; answers its exit code, or undefined where it had to be killed. */
  async stop(): Promise<number | undefined> {
    this.stopping = true;
    this.standby?.kill('SIGKILL');
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
    child.kill('SIGCONT');
    const { code } = await endChild(child, 'SIGTERM', 30_000);
    await this.running;
    return code ?? undefined;
  }

  private spawn(): ChildProcess {
    const { file, args, env, log } = this.options;
    const path = fileURLToPath(new URL(`./processes/${file}`, import.meta.url));
    const errors = openSync(log, 'a');
    const child = spawn(process.execPath, [path, ...args], {
      stdio: ['pipe', 'pipe', errors],
      env: { ...process.env, ...env, ...this.besides },
    });
    closeSync(errors);
    endWithParent(child, { signal: 'TERM' });
    // It may be killed before it has been told to begin.
    child.stdin?.on('error', () => undefined);
    return child;
  }

  private serves(child: ChildProcess): void {
    if (this.child !== child || this.stopping) return;
    this.isReady = true;
    if (this.options.standby === true) this.standby ??= this.spawn();
  }

  private over(killed: boolean): void {
    const [failPoint, byUs] = [this.armed, this.killedHere];
    this.isReady = false;
    this.armed = undefined;
    if (this.stopping || this.away) return;
    setTimeout(() => {
      if (!this.stopping && !this.away) this.start();
    }, RESTART_MS);
    if (!byUs) this.options.onEnd?.(this, { killed, ...(killed && failPoint ? { failPoint } : {}) });
  }
}

function isLive(child: ChildProcess | undefined): child is ChildProcess {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}
