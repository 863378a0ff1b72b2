import { refuse, type Refusal } from '#kernel';
import type { Principal } from './principal.js';

/** Somebody who can be named as handler, investigator, mediator …: of an office or of an operator, never of both. */
export type Person = Pick<Principal, 'id' | 'officeId' | 'operatorId'>;

/** Somebody whom a command names, where, and among whom it looks for him. */
export interface Named {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly id: string;
  readonly of: 'own' | 'any-office';
}

/** The list of people cannot be used; the message says who and why. */
export class PeopleUnusable extends Error {
  override readonly name = 'PeopleUnusable';
}

/** The people of an installation. Who is not among them cannot be named in a command. */
export class People {
  private readonly byId: ReadonlyMap<string, Person>;
  private readonly byForm = new Map<string, Person>();

  /** Throws {@link PeopleUnusable} for two whose ids differ in nothing that a reader would see. */
  constructor(people: readonly Person[]) {
    for (const person of people) {
      const other = this.byForm.get(formOf(person.id));
      if (other)
        throw new PeopleUnusable(
          `two people have the ids "${other.id}" and "${person.id}", which read the same`,
        );
      this.byForm.set(formOf(person.id), person);
    }
    this.byId = new Map(people.map((person) => [person.id, person]));
  }

  /**
   * The refusal when somebody is named who is not among those that this person can name; undefined when all are. It says
   * nothing of where else the person may be: people of one operator do not learn who works for another.
   */
  objectionTo(named: readonly Named[], by: Principal): Refusal<'person-unknown'> | undefined {
    const strangers = named.filter(({ id, of }) => !canName(this.byId.get(id), of, by));
    if (strangers.length === 0) return undefined;
    const meant = strangers.flatMap(({ id, of }) => {
      const person = this.byForm.get(formOf(id));
      return person && canName(person, of, by) ? [person.id] : [];
    });
    return refuse('person-unknown', [], {
      persons: strangers.map(({ id }) => id),
      fields: strangers.map(({ pointer }) => pointer),
      meant: [...new Set(meant)],
    });
  }
}

function canName(person: Person | undefined, of: Named['of'], by: Principal): boolean {
  if (!person) return false;
  if (by.operatorId !== undefined) return person.operatorId === by.operatorId;
  return person.operatorId === undefined && (of === 'any-office' || person.officeId === by.officeId);
}

/** What a reader takes an id for: width, case and white space around it tell no two people apart. */
function formOf(id: string): string {
  return id.normalize('NFKC').trim().toLowerCase();
}
