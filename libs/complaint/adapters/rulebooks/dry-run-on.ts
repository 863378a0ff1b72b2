import { LiveCalendars } from '#holidays';
import { DatabaseClock } from '#platform/clock';
import { Streams } from '#platform/event-sourcing';
import type { EventStore } from '#platform/event-store';
import { SqlTables, type ReadModels } from '#platform/projections';
import type { Shelf } from '#rulebook';
import type { Pool } from 'pg';
import { DryRunRulebook, DryRunRulebookHandler, type DryRunReport } from '../../use-cases/index.js';
import { SqlOpenCases } from '../nest/sql-open-cases.js';

/** A dry run straight on the engines, for whoever operates them. The clock may be that of an evaluation. */
export async function dryRunOn(
  { pool, store, models }: { readonly pool: Pool; readonly store: EventStore; readonly models: ReadModels },
  rulebooks: Shelf,
  asked: { readonly rulebook: string; readonly office: string; readonly limit: number },
): Promise<DryRunReport> {
  const streams = new Streams(store);
  const clock = await DatabaseClock.open(pool, { evaluation: true });
  const calendars = await LiveCalendars.open({ streams, store });
  try {
    const openCases = new SqlOpenCases(new SqlTables(pool, models));
    const handler = new DryRunRulebookHandler(streams, clock, calendars, rulebooks, openCases);
    const { rulebook, office, limit } = asked;
    const actor = { id: 'tousu cli', roles: [], office };
    return await handler.execute(new DryRunRulebook(rulebook, office, actor, limit));
  } finally {
    await calendars.close();
    clock.close();
  }
}
