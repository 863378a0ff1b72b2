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

  constructor(private readonly options: ProgramOptions) {}

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
    const { code } = await endChild(child, 'SIGTERM', 15_000);
    await this.running;
    return code ?? undefined;
  }

  private spawn(): ChildProcess {
    const { file, args, env, log } = this.options;
    const path = fileURLToPath(new URL(`./processes/${file}`, import.meta.url));
    const errors = openSync(log, 'a');
    const child = spawn(process.execPath, [path, ...args], {
      stdio: ['pipe', 'pipe', errors],
      env: { ...process.env, ...env },
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
    if (this.stopping) return;
    setTimeout(() => {
      if (!this.stopping) this.start();
    }, RESTART_MS);
    if (!byUs) this.options.onEnd?.(this, { killed, ...(killed && failPoint ? { failPoint } : {}) });
  }
}

function isLive(child: ChildProcess | undefined): child is ChildProcess {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}
