/** Phases that follow; `same` where the matter stays where it is. */
export type Following<Phase extends string> = readonly (Phase | 'same')[];

/** In which phases a command may be given, and where it can lead. */
export interface Transition<Phase extends string = string> {
  readonly from: readonly Phase[];
  /** What can follow, from every phase alike or phase by phase; a phase not named is not left. */
  readonly to: Following<Phase> | Readonly<Partial<Record<Phase, Following<Phase>>>>;
}

/** The whole course of one kind of matter, as it is checked at start-up. */
export interface Course<Phase extends string> {
  /** What there is before the first event; no phase of its own. */
  readonly start: Phase;
  readonly phases: readonly Phase[];
  readonly ends: readonly Phase[];
  readonly table: Readonly<Record<string, Transition<Phase>>>;
  /** Commands that are no way on: given by nobody, by others or in some matters only, so that none may wait for them. */
  readonly noWayOn?: readonly string[];
  /** Phases in which the next step is another's, and his command: it is the way on there, and only there. */
  readonly waitsFor?: Readonly<Partial<Record<Phase, string>>>;
}

/** Phases that can follow when that is done in that phase. */
export function nextPhases<Phase extends string>({ from, to }: Transition<Phase>, phase: Phase): Phase[] {
  if (!from.includes(phase)) return [];
  const next: Following<Phase> = isList(to) ? to : (to[phase] ?? ['same']);
  return next.map((one) => (one === 'same' ? phase : one));
}

function isList<Phase extends string>(to: Transition<Phase>['to']): to is Following<Phase> {
  return Array.isArray(to);
}

/**
 * Throws when nothing leads to a phase, when no way leads from one to an end, or when an end goes on: a fault of the
 * program.
 */
export function checkCourse<Phase extends string>(course: Course<Phase>): void {
  const { start, phases, ends, table, noWayOn = [], waitsFor = {} } = course;
  const reached = reachedFrom(start, table, () => true);
  const leadsOn = (command: string, phase: Phase) =>
    !noWayOn.includes(command) || (waitsFor as Readonly<Record<string, unknown>>)[phase] === command;
  const after = (phase: Phase) => reachedFrom(phase, table, leadsOn);
  refuse(
    'phases that nothing leads to',
    phases.filter((phase) => !reached.has(phase)),
  );
  refuse(
    'phases with no way to an end',
    phases.filter((phase) => !ends.some((end) => after(phase).has(end))),
  );
  refuse(
    'ends that go on',
    ends.filter((end) => after(end).size > 1),
  );
}

function refuse(what: string, phases: readonly string[]): void {
  if (phases.length > 0) throw new Error(`${what}: ${phases.join(', ')}`);
}

/** The phase, and every one that can come after it by commands that count there. */
function reachedFrom<Phase extends string>(
  start: Phase,
  table: Course<Phase>['table'],
  counts: (command: string, phase: Phase) => boolean,
): ReadonlySet<Phase> {
  const reached = new Set<Phase>([start]);
  for (const phase of reached) {
    for (const [command, transition] of Object.entries(table)) {
      if (!counts(command, phase)) continue;
      for (const next of nextPhases(transition, phase)) reached.add(next);
    }
  }
  return reached;
}
