import { Controller, Get, Param, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { authorise, principalOf, type SignedIn } from '#identity';
import { Answers, CheckedQuery, MayBeMissing, ProblemError } from '#platform/http';
import { Shelf } from '#rulebook';
import { IsInt, Max, Min } from 'class-validator';
import { DryRunRulebook } from '../../use-cases/index.js';
import { refusedInWords } from '../rulebooks/refused-moves.js';
import { RulebookDryRunDto } from './answers/rulebook-dry-run.dto.js';

/** How many changes are shown where nobody says how many. */
const SHOWN = 100;

export class DryRunQuery {
  /** How many cases to show; the counts are of all. */
  @MayBeMissing() @IsInt() @Min(1) @Max(1000) limit?: number;
}

/** What would a rulebook do to the office's open cases? */
@ApiTags('due-dates')
@Controller('v1')
export class RulebookDryRunController {
  constructor(
    private readonly queries: QueryBus,
    private readonly shelf: Shelf,
  ) {}

  @Get('rulebooks/:id/dry-run')
  @ApiOperation({
    summary: 'What this rulebook would do to the open cases of the office; nothing is changed',
  })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @Answers(200, RulebookDryRunDto, { description: 'What would change' })
  async dryRun(
    @Param('id') id: string,
    @CheckedQuery(DryRunQuery) { limit = SHOWN }: DryRunQuery,
    @Req() request: SignedIn,
  ): Promise<object> {
    const principal = principalOf(request);
    const answer = authorise(principal, 'rulebook.read-dry-run');
    if (!answer.allowed) throw new ProblemError('forbidden', { facts: { reason: answer.reason } });
    if (!this.shelf.knows(id)) throw new ProblemError('not-found');
    const actor = { id: principal.id, roles: principal.roles, office: principal.officeId };
    const report = await this.queries.execute(new DryRunRulebook(id, principal.officeId, actor, limit));
    return { ...report, ...refusedInWords(report) };
  }
}
