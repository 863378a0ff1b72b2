import { ReportingOffices } from '#reporting';
import type { Offices } from '../use-cases/index.js';

/** The offices of the installation, as reports name them. */
export class OfficesInReports extends ReportingOffices {
  constructor(private readonly offices: Offices) {
    super();
  }

  override knows(office: string): boolean {
    return this.offices.knows(office);
  }

  override nameOf(office: string) {
    return this.offices.tree.find(office)?.name ?? { zh: office, en: office };
  }

  override superiorsOf(office: string): readonly string[] {
    return this.offices.tree.superiorsOf(office);
  }
}
