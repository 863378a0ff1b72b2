import { OwnDays } from '#holidays';
import type { Offices } from '../use-cases/index.js';

/** The own days of offices, as the offices' settings name them. */
export class OwnDaysOfOffices extends OwnDays {
  constructor(private readonly offices: Offices) {
    super();
  }

  override knows(office: string): boolean {
    return this.offices.knows(office);
  }

  override all() {
    return this.offices.all().map(({ id, ownDays = [] }) => ({ office: id, days: ownDays }));
  }
}
