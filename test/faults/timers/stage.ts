import { Engines } from '../engines.js';
import type { Role } from '../processes/parts.js';
import { Program, type ProgramOptions } from '../program.js';
import type { QueueKind } from '../queue/port.js';
import type { Stage } from '../stage.js';

const EACH = 2;

/** Timers without the office around them: workers and projectors, each so light that it comes back in a moment. */
export class TimersStage implements Stage {
  readonly bases: readonly string[] = [];
  readonly readModels = 1;

  private constructor(
    readonly engines: Engines,
    readonly programs: Readonly<Record<Role, readonly Program[]>>,
  ) {}

  static async start(
    beginAt: string,
    queue: QueueKind,
    onEnd: ProgramOptions['onEnd'],
  ): Promise<TimersStage> {
    const engines = await Engines.start(beginAt, queue);
    const programsOf = (role: Role): Program[] =>
      Array.from(
        { length: EACH },
        (_, index) =>
          new Program({
            name: `${role} ${index + 1}`,
            file: 'timers-part.js',
            args: [role, String(index + 1)],
            env: engines.environment(),
            log: engines.file('logs', `${role}-${index + 1}.log`),
            onEnd,
          }),
      );
    const stage = new TimersStage(engines, {
      api: [],
      worker: programsOf('worker'),
      projector: programsOf('projector'),
    });
    for (const program of stage.all) program.start();
    return stage;
  }

  get all(): readonly Program[] {
    return [...this.programs.worker, ...this.programs.projector];
  }

  async stop(): Promise<void> {
    await Program.end(this.all);
    await this.engines.stop();
  }
}
