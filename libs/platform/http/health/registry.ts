/** What a check found: `degraded` still serves (Redis gone, say), `down` does not. `detail` is plain and holds no secret. */
export interface Finding {
  readonly status: 'up' | 'degraded' | 'down';
  readonly detail?: string;
}

/** One part the process stands on. */
export interface HealthCheck {
  readonly name: string;
  /** Whether the process is unready while this part is down. */
  readonly required: boolean;
  check(): Finding | Promise<Finding>;
}

/** All findings together. */
export interface HealthReport {
  readonly status: Finding['status'];
  readonly checks: readonly (Finding & { readonly name: string; readonly required: boolean })[];
}

/** Milliseconds a check may take before it counts as down. */
const PATIENCE_MS = 2_000;

/** The parts a process stands on, and whether it has finished starting. */
export class HealthRegistry {
  private readonly checks = new Map<string, HealthCheck>();
  private up = false;

  /** A second check under the same name is a mistake and throws. */
  add(check: HealthCheck): this {
    if (this.checks.has(check.name)) throw new Error(`health check "${check.name}" is declared twice`);
    this.checks.set(check.name, check);
    return this;
  }

  /** Called once everything runs; before it the process is neither started nor ready. */
  started(): void {
    this.up = true;
  }

  get isStarted(): boolean {
    return this.up;
  }

  /** Runs every check at once. Down when a required part is; degraded when any part is not up. */
  async report(): Promise<HealthReport> {
    const checks = await Promise.all([...this.checks.values()].map(finding));
    if (!this.up)
      checks.unshift({ name: 'startup', required: true, status: 'down', detail: 'still starting' });
    const isDown = checks.some((check) => check.required && check.status === 'down');
    const isWell = checks.every((check) => check.status === 'up');
    return { status: isDown ? 'down' : isWell ? 'up' : 'degraded', checks };
  }
}

async function finding(part: HealthCheck): Promise<HealthReport['checks'][number]> {
  const { name, required } = part;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(
      () => resolve({ status: 'down', detail: `no answer within ${PATIENCE_MS} ms` }),
      PATIENCE_MS,
    );
  });
  try {
    return { name, required, ...(await Promise.race([Promise.resolve(part.check()), late])) };
  } catch {
    // The error's text may name hosts or accounts; the log has it, this page does not.
    return { name, required, status: 'down', detail: 'the check failed' };
  } finally {
    clearTimeout(timer);
  }
}
