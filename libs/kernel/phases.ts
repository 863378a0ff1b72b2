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
  /** Commands that are no way on, because nobody gives them: a matter must never have to wait for one. */
  readonly noWayOn?: readonly string[];
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

/** Throws when nothing leads to a phase, or nothing leads on from one that is no end: a fault of the program. */
export function checkCourse<Phase extends string>(course: Course<Phase>): void {
  const { phases, ends } = course;
  const reached = reachedBy(course);
  const unreachable = phases.filter((phase) => !reached.has(phase));
  if (unreachable.length > 0) throw new Error(`phases that nothing leads to: ${unreachable.join(', ')}`);
  const wrong = phases.filter((phase) => ends.includes(phase) === leadsOn(course, phase));
  if (wrong.length > 0) throw new Error(`phases with no way on, or ends that go on: ${wrong.join(', ')}`);
}

function reachedBy<Phase extends string>({ start, table }: Course<Phase>): ReadonlySet<Phase> {
  const reached = new Set<Phase>([start]);
  for (const phase of reached) {
    for (const transition of Object.values(table)) {
      for (const next of nextPhases(transition, phase)) reached.add(next);
    }
  }
  return reached;
}

function leadsOn<Phase extends string>({ table, noWayOn = [] }: Course<Phase>, phase: Phase): boolean {
  return Object.entries(table).some(
    ([command, transition]) =>
      !noWayOn.includes(command) && nextPhases(transition, phase).some((next) => next !== phase),
  );
}
