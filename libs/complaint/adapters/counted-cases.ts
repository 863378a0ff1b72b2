import { boundsOf } from '#kernel';
import { Countable, type Asked, type Counted, type CountedTerms, type Found } from '#reporting';
import { eventsOfCategory, type EventStore, type Position, type RecordedEvent } from '#platform/event-store';
import { NotBuiltYet, SqlTables, type ReadModels, type Snapshot } from '#platform/projections';
import type { Pool } from 'pg';
import { statisticsProjection, type CaseFacts, type StatisticsRow } from '../read-models/index.js';
import { COMPLAINT_STREAM } from '../use-cases/index.js';
import { COMPLAINT_UPCAST } from './projections.js';

const MODEL = statisticsProjection.name;
/** How long figures wait for what has been written just now. */
const PATIENCE_MS = 2_000;

/** The complaints that statistics count: from their read model, or from the log alone. */
export class CountedCases extends Countable {
  private readonly tables: SqlTables;

  constructor(
    pool: Pool,
    private readonly models: ReadModels,
    private readonly store: EventStore,
  ) {
    super();
    this.tables = new SqlTables(pool, models);
  }

  /** @throws NotBuiltYet where the read model is not there, or stays behind */
  override async now(asked: Asked): Promise<Found> {
    const isThere = await this.models.waitFor(MODEL, await this.store.head(), PATIENCE_MS);
    if (!isThere) throw new NotBuiltYet(MODEL);
    return this.tables.snapshot(MODEL, async (snapshot) => ({
      counted: { cases: await casesIn(snapshot, asked), terms: await termsIn(snapshot, asked) },
      countedTo: snapshot.position,
    }));
  }

  override async upTo({ office, quarter }: Asked, countedTo: string): Promise<Counted> {
    const { from, until } = boundsOf(quarter);
    const rows = await this.rowsUpTo(office, countedTo as Position);
    return {
      cases: rows.flatMap((row) => (row.kind === 'case' ? [row.facts] : [])),
      terms: rows.flatMap((row) =>
        row.kind === 'term' && from <= row.first_at && row.first_at < until
          ? [{ ...row.facts, count: 1 }]
          : [],
      ),
    };
  }

  /** The rows of the office as the read model had them at that place, folded anew. */
  private async rowsUpTo(office: string, countedTo: Position): Promise<readonly StatisticsRow[]> {
    const rows = new Map<string, StatisticsRow>();
    for await (const recorded of this.complaintsUpTo(countedTo)) {
      const event = COMPLAINT_UPCAST(recorded);
      for (const key of statisticsProjection.touches(event)) {
        const row = statisticsProjection.fold(rows.get(key) ?? null, key, event);
        if (row) rows.set(key, row);
      }
    }
    return [...rows.values()].filter((row) => row.office === office);
  }

  private async *complaintsUpTo(countedTo: Position): AsyncGenerator<RecordedEvent> {
    for await (const event of eventsOfCategory(this.store, COMPLAINT_STREAM.category)) {
      if (this.store.comparePositions(event.position, countedTo) > 0) return;
      yield event;
    }
  }
}

/** Cases that were there in the quarter; the domain looks at each moment itself. */
function casesIn(snapshot: Snapshot, { office, quarter }: Asked): Promise<CaseFacts[]> {
  const { from, until } = boundsOf(quarter);
  return snapshot
    .rows<{ facts: CaseFacts }>(
      (table) => `select facts from ${table} where kind = 'case' and office = $1 and first_at < $3
         and (last_at is null or last_at >= $2)`,
      [office, from, until],
    )
    .then((rows) => rows.map(({ facts }) => facts));
}

function termsIn(snapshot: Snapshot, { office, quarter }: Asked): Promise<CountedTerms[]> {
  const { from, until } = boundsOf(quarter);
  return snapshot.rows<CountedTerms>(
    (table) => `select facts->>'code' as code, facts->>'basis' as basis, facts->>'standing' as standing,
         (facts->>'unverified')::boolean as unverified, count(*)::int as count
       from ${table} where kind = 'term' and office = $1 and first_at >= $2 and first_at < $3
       group by 1, 2, 3, 4`,
    [office, from, until],
  );
}
