import { startOfDayInChina, type Day } from '#kernel';
import type { Clock } from '../../domain/index.js';
import type { Tables } from '#platform/projections';
import { WHOLE_CLOCK } from '../deadline-list/columns.js';

/** A clock as its case keeps it, with the number of the case. */
export interface OpenClock {
  readonly deadline: string;
  readonly complaintId: string;
  readonly number: string;
  readonly dueAt: string;
  readonly clock: Clock;
}

/** Where a page of clocks ends. */
export interface OpenClockCursor {
  readonly status: 'running' | 'missed';
  readonly dueAt: string;
  readonly deadline: string;
}

/** Some of the clocks, and where they end; nowhere at the end of all. */
export interface OpenClockPage {
  readonly clocks: readonly OpenClock[];
  readonly next?: OpenClockCursor;
}

/** Which clocks of an office are looked through. */
export interface OpenClockScope {
  readonly office: string;
  /** Those that ran out and were not made good, too. */
  readonly missed: boolean;
  /** Due on this day or later. */
  readonly dueFrom?: Day;
  /** Not those that were counted by this calendar already. */
  readonly countedOtherwiseThan?: string;
}

/** The open clocks of an office, those that run before those that ran out, the earliest due first. */
export class OpenClocks {
  constructor(private readonly tables: Tables) {}

  /** Every office that has clocks, found by leaps along the index: the clocks themselves are not read. */
  async offices(): Promise<readonly string[]> {
    const rows = await this.tables.rows<{ office: string }>(
      'deadline_list',
      (table) => `with recursive leap as (
          select min(office) as office from ${table}
          union all select (select min(office) from ${table} t where t.office > leap.office) from leap
            where leap.office is not null
        ) select office from leap where office is not null`,
      [],
    );
    return rows.map(({ office }) => office);
  }

  /** One page after the cursor; fewer than `limit` (0 too) only at the end of a status. `next` is absent at the end of all. */
  async page(
    scope: OpenClockScope,
    limit: number,
    after: OpenClockCursor = { status: 'running', dueAt: '-infinity', deadline: '' },
  ): Promise<OpenClockPage> {
    const { status } = after;
    const clocks = await this.#rows(scope, limit, after);
    const last = clocks.at(-1);
    if (clocks.length === limit && last !== undefined) {
      return { clocks, next: { status, dueAt: last.dueAt, deadline: last.deadline } };
    }
    if (status === 'missed' || !scope.missed) return { clocks };
    return { clocks, next: { status: 'missed', dueAt: '-infinity', deadline: '' } };
  }

  /** All of them, page by page. */
  async *all(scope: OpenClockScope, pageSize: number): AsyncGenerator<OpenClock> {
    let after: OpenClockCursor | undefined;
    do {
      const { clocks, next } = await this.page(scope, pageSize, after);
      yield* clocks;
      after = next;
    } while (after);
  }

  async #rows(scope: OpenClockScope, limit: number, after: OpenClockCursor) {
    const { office, dueFrom, countedOtherwiseThan } = scope;
    const register = await this.tables.tableOf('register');
    return this.tables.rows<OpenClock>(
      'deadline_list',
      (
        table,
      ) => `select d.deadline, d.complaint_id as "complaintId", coalesce(r.number, '') as number, ${WHOLE_CLOCK} as clock,
          to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"
        from ${table} d left join ${register} r using (complaint_id)
        where d.office = $1 and d.status = $2 and d.due_at >= $3 and (d.due_at, d.deadline) > ($4, $5)
          and d.course->>'calendar' is distinct from $7
        order by d.due_at, d.deadline limit $6`,
      [
        office,
        after.status,
        dueFrom === undefined ? '-infinity' : startOfDayInChina(dueFrom),
        after.dueAt,
        after.deadline,
        limit,
        countedOtherwiseThan ?? null,
      ],
    );
  }
}
