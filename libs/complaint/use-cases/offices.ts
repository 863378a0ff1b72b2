import { USUAL_OFFICE_HOURS } from '#calendar';
import { OfficeTree, type Office, type OfficeProfile, type Retention } from '../domain/index.js';

const TEN_YEARS: Retention = { class: '定期10年', years: 10 };

/** What decisions on the office's cases look at. */
export function profileOf(office: Partial<Office>): OfficeProfile {
  const { contact, officeHours: hours = USUAL_OFFICE_HOURS, retention = [TEN_YEARS] } = office;
  return { ...(contact ? { contact } : {}), hours, retention };
}

/** The offices that this installation serves, each below its superior. */
export class Offices {
  /** @throws Error when they make no tree */
  constructor(readonly tree: OfficeTree) {}

  /** Throws for an unknown id: a token named an office that is not configured. */
  office(id: string): Office {
    const found = this.tree.find(id);
    if (!found) throw new Error(`the office ${id} is not configured`);
    return found;
  }

  all(): readonly Office[] {
    return this.tree.all();
  }

  /** Whether this installation serves the office. */
  knows(id: string): boolean {
    return this.tree.find(id) !== undefined;
  }
}

/** Where nothing is asked of other offices. */
export const NO_OFFICES = new Offices(new OfficeTree([]));
