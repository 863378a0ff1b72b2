import { contains, depthOf, isDivision, type Division } from '#kernel';
import { LEVELS, type Office } from './office.js';

/**
 * The offices of an installation, each below its superior. More than one may stand at the top: an installation need
 * not hold a whole province.
 */
export class OfficeTree {
  private readonly byId: ReadonlyMap<string, Office>;
  private readonly superiors = new Map<string, readonly string[]>();
  private readonly areas = new Map<string, readonly string[]>();

  /** @throws Error when {@link problemsOfOffices} finds any: who builds a tree has asked before */
  constructor(offices: readonly Office[]) {
    const [problem] = problemsOfOffices(offices);
    if (problem !== undefined) throw new Error(problem);
    this.byId = new Map(offices.map((office) => [office.id, office]));
    for (const { id } of offices) this.superiors.set(id, this.climb(id));
    for (const { id } of offices) {
      const below = offices.filter((other) => this.isAbove(id, other.id)).map((other) => other.id);
      this.areas.set(id, [id, ...below]);
    }
  }

  /** Every office, in the order in which they were given. */
  all(): readonly Office[] {
    return [...this.byId.values()];
  }

  /** Undefined for an id that is not configured. */
  find(id: string): Office | undefined {
    return this.byId.get(id);
  }

  /** The offices above, nearest first; none for an id that is not configured. */
  superiorsOf(id: string): readonly string[] {
    return this.superiors.get(id) ?? [];
  }

  /** The office and every office below it; none for an id that is not configured. */
  subtreeOf(id: string): readonly string[] {
    return this.areas.get(id) ?? [];
  }

  /** The offices directly below; none for an id that is not configured. */
  directlyBelow(id: string): readonly string[] {
    return this.all()
      .filter(({ parent }) => parent === id)
      .map((office) => office.id);
  }

  isAbove(superior: string, id: string): boolean {
    return this.superiorsOf(id).includes(superior);
  }

  /**
   * The common superior (共同的上级) of two offices: the nearest that is above both, or that of the two which is above
   * the other. Undefined where this installation has none.
   */
  commonSuperior(a: string, b: string): string | undefined {
    if (this.isAbove(a, b)) return a;
    if (this.isAbove(b, a)) return b;
    return this.superiorsOf(a).find((superior) => this.isAbove(superior, b));
  }

  /** The office of the narrowest area that a place lies in. */
  officeAt(place: Division): Office | undefined {
    const covering = [...this.byId.values()].filter(({ division }) => contains(division, place));
    return covering.toSorted((a, b) => depthOf(b.division) - depthOf(a.division))[0];
  }

  private climb(id: string): string[] {
    const above: string[] = [];
    for (let next = this.byId.get(id)?.parent; next !== undefined; next = this.byId.get(next)?.parent) {
      above.push(next);
    }
    return above;
  }
}

const DEPTH = { province: 1, city: 2, county: 3 } as const;

/**
 * What is wrong with a list of offices, in plain words that name the entry: two of one id or one area, a level or code
 * that there is not, a parent that is unknown, not of a higher level, or not around the area; so no circle either.
 */
export function problemsOfOffices(offices: readonly Office[]): readonly string[] {
  return offices.flatMap((office, index) => {
    const earlier = offices.slice(0, index);
    const of = (text: string) => `office ${office.id}: ${text}`;
    const twin = earlier.find(({ division }) => division === office.division);
    return [
      ...(earlier.some(({ id }) => id === office.id) ? [of('another office has the same id')] : []),
      ...(twin ? [of(`its division ${office.division} is that of the office ${twin.id}`)] : []),
      ...problemsOfPlace(office).map(of),
      ...problemsOfParent(office, offices).map(of),
    ];
  });
}

function problemsOfPlace({ level, division }: Office): string[] {
  if (!LEVELS.includes(level)) return [`its level "${level}" is none of ${LEVELS.join(', ')}`];
  if (!isDivision(division)) {
    return [`its division "${division}" is no code of GB/T 2260 (six digits, such as 530100)`];
  }
  return depthOf(division) === DEPTH[level] ? [] : [`its division ${division} is not that of a ${level}`];
}

function problemsOfParent({ id, level, division, parent }: Office, offices: readonly Office[]): string[] {
  if (parent === undefined) return [];
  const above = offices.find((office) => office.id === parent);
  if (above === undefined) return [`its parent ${parent} is not in the list`];
  if (above.id === id) return ['it is its own parent'];
  if (!(LEVELS.indexOf(above.level) < LEVELS.indexOf(level))) {
    return [`its parent ${parent} is a ${above.level}, which is not above a ${level}`];
  }
  if (!contains(above.division, division)) {
    return [`its division ${division} does not lie in that of its parent ${parent}, ${above.division}`];
  }
  return [];
}
