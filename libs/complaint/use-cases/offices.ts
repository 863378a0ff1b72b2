import { type OfficeTree, type Office } from '../domain/index.js';

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

  /** Whether this installation serves the office. */
  knows(id: string): boolean {
    return this.tree.find(id) !== undefined;
  }
}
