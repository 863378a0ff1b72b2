import { Calendars } from '#calendar';
import { Shelf } from '#rulebook';
import { Clock } from '#platform/clock';
import { Streams } from '#platform/event-sourcing';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dryRun, recusedOf, TRANSITIONS, type CaseChange, type Phase } from '../../domain/index.js';
import { contextFor } from '../context.js';
import { NO_OPERATORS } from '../known-operators.js';
import { NO_OFFICES } from '../offices.js';
import { OpenCases } from '../open-cases.js';
import { COMPLAINT_STREAM } from '../stream.js';
import { DryRunRulebook, type DryRunReport } from './dry-run-rulebook.query.js';

/** Cases read at a time. */
const PAGE = 50;

@QueryHandler(DryRunRulebook)
export class DryRunRulebookHandler implements IQueryHandler<DryRunRulebook, DryRunReport> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly rulebooks: Shelf,
    private readonly openCases: OpenCases,
  ) {}

  /** @throws RulebookError no-such-rulebook */
  async execute({ rulebook: id, office, actor, limit }: DryRunRulebook): Promise<DryRunReport> {
    const { calendars, rulebooks } = this;
    const rulebook = rulebooks.byId(id);
    const installation = { calendars, rulebooks, operators: NO_OPERATORS, offices: NO_OFFICES };
    const context = contextFor(installation, { id: office }, actor, this.clock.now());
    const overdue: CaseChange[] = [];
    const others: CaseChange[] = [];
    const counts = { open: 0, changed: 0, becomeOverdue: 0, refused: 0 };
    for await (const page of this.pages(office)) {
      for (const complaintId of page) {
        const { state } = await this.streams.load(COMPLAINT_STREAM, complaintId);
        if (state.phase === 'unregistered' || !OPEN.includes(state.phase)) continue;
        if (recusedOf(state).includes(actor.id)) continue;
        counts.open += 1;
        const change = dryRun(state, rulebook, context);
        if (change === null) continue;
        counts.changed += 1;
        if (change.becomesOverdue) counts.becomeOverdue += 1;
        if (change.refused !== undefined) counts.refused += 1;
        const shown = change.becomesOverdue ? overdue : others;
        if (shown.length < limit) shown.push(change);
      }
    }
    const cases = [...overdue, ...others].slice(0, limit);
    const { version } = rulebook;
    return { rulebook: id, version, office, at: context.now, ...counts, cases };
  }

  private async *pages(office: string): AsyncGenerator<readonly string[]> {
    let after: string | undefined;
    for (;;) {
      const page = await this.openCases.page(office, OPEN, after, PAGE);
      yield page;
      after = page.at(-1);
      if (page.length < PAGE) return;
    }
  }
}

/** The phases in which a case can be moved. */
const OPEN = TRANSITIONS.MoveToRulebooks.from.filter((phase): phase is Phase => phase !== 'unregistered');
