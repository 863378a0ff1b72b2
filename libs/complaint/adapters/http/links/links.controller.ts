import { Controller, Get, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type SignedIn } from '#identity';
import { Answers, UuidParam } from '#platform/http';
import { PersonalData } from '#platform/personal-data';
import { likenessOf } from '../../../domain/index.js';
import { ListLinks, ListRegister } from '../../../read-models/index.js';
import { Cases, traitsOf } from '../../../use-cases/index.js';
import { LinksDto, SimilarDto } from '../answers/links.dto.js';
import { ownScope, ownScopeAndBelow } from '../own-scope.js';
import { readCase } from '../read-case.js';

/** So many of the newest complaints against the same operator are compared. */
const COMPARED = 50;
/** Less in common is what any two complaints against one operator have. */
const ALIKE_FROM = 40;
const SHOWN = 20;

/** Complaints that belong together, or look as if they did (关联投诉). */
@ApiTags('links')
@Controller('v1/complaints')
export class LinksController {
  constructor(
    private readonly cases: Cases,
    private readonly queries: QueryBus,
    private readonly personal: PersonalData,
  ) {}

  @Get(':id/links')
  @ApiOperation({ summary: 'The complaints linked to this one, from either side, that the person may see' })
  @Answers(200, LinksDto, { description: 'The links' })
  async links(@UuidParam('id') id: string, @Req() request: SignedIn): Promise<object> {
    const { state } = await readCase(this.cases, id, 'complaint.read', request);
    const office = this.cases.subjectOf(state);
    const scopes = ownScopeAndBelow(request, 'complaint.list', office);
    const rows = await this.queries.execute(new ListLinks(scopes, id));
    const items = rows.map(
      ({ link_id, complaint_id, linked_at, recorded_here, kind, number, phase, score }) => ({
        linkId: link_id,
        id: complaint_id,
        ...{ kind, number, phase, score },
        linkedAt: linked_at,
        recordedHere: recorded_here,
      }),
    );
    return { id, items };
  }

  @Get(':id/similar')
  @ApiOperation({
    summary:
      'Complaints against the same operator that look like this one, each with what they have in common',
  })
  @Answers(200, SimilarDto, { description: 'The most alike first' })
  async similar(@UuidParam('id') id: string, @Req() request: SignedIn): Promise<object> {
    const { state } = await readCase(this.cases, id, 'complaint.read', request);
    const operator = state.registration.respondent;
    const scope = ownScope(request, 'complaint.list');
    const { rows } = await this.queries.execute(new ListRegister(scope, COMPARED, { operator }));
    const others = rows.map((row) => row.complaint_id).filter((other) => other !== id);
    const traits = await traitsOf(state, this.personal);
    const compared = await Promise.all(
      others.map(async (other) => {
        const { state: known } = await readCase(this.cases, other, 'complaint.read', request);
        const { number, receivedAt } = known.registration;
        const likeness = likenessOf(traits, await traitsOf(known, this.personal));
        return { id: other, number, phase: known.phase, receivedAt, ...likeness };
      }),
    );
    const items = compared.filter(({ score }) => score >= ALIKE_FROM).toSorted((a, b) => b.score - a.score);
    return { id, items: items.slice(0, SHOWN) };
  }
}
