import type { Tables } from '#platform/projections';
import { OpenCases } from '../../use-cases/index.js';
import type { Phase } from '../../domain/index.js';

/** The open cases as the register knows them. */
export class SqlOpenCases extends OpenCases {
  constructor(private readonly tables: Tables) {
    super();
  }

  override async page(
    office: string,
    phases: readonly Phase[],
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await this.tables.rows<{ readonly complaint_id: string }>(
      'register',
      (table) => `select complaint_id from ${table}
       where office = $1 and phase = any($2::text[]) and complaint_id > $3
       order by complaint_id limit ${limit}`,
      [office, phases, after ?? ''],
    );
    return rows.map(({ complaint_id }) => complaint_id);
  }
}
