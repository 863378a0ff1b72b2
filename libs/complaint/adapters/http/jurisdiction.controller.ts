import { Controller, Get, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { principalOf, type SignedIn } from '#identity';
import { Answers, CheckedQuery, MayBeMissing, UuidParam } from '#platform/http';
import { IsBoolean } from 'class-validator';
import { determinationOf } from '../../domain/index.js';
import { Cases, Offices } from '../../use-cases/index.js';
import { JurisdictionDto } from './answers/jurisdiction.dto.js';
import { actorOf } from './case-answers.js';
import { inWords } from './jurisdiction-words.js';
import { readCase } from './read-case.js';

export class JurisdictionQuery {
  /** Asks what would hold if the harm had to be stopped at once. */
  @MayBeMissing() @IsBoolean() urgentStop?: boolean;
}

/** Whose matter a complaint is, and on what that rests. */
@ApiTags('offices')
@Controller('v1/complaints/:id/jurisdiction')
export class JurisdictionController {
  constructor(
    private readonly cases: Cases,
    private readonly offices: Offices,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Whose matter it is by rulebook and places, each reason with its article (G04, G50)',
  })
  @Answers(200, JurisdictionDto, { description: 'The determination, and what was recorded of it' })
  async determine(
    @UuidParam('id') id: string,
    @CheckedQuery(JurisdictionQuery) { urgentStop = false }: JurisdictionQuery,
    @Req() request: SignedIn,
  ): Promise<object> {
    const { state, revision } = await readCase(this.cases, id, 'complaint.read', request);
    const { office } = state.registration;
    const context = this.cases.context(actorOf(principalOf(request)), this.cases.now(), office);
    const determination = determinationOf(state, urgentStop, context);
    const { recorded, recordedOffice, at, by, reason } = state.jurisdiction ?? {};
    return {
      id,
      revision,
      office,
      urgentStop,
      ...determination,
      words: inWords(determination, this.offices.tree),
      ...(recorded === undefined
        ? {}
        : {
            recorded: { finding: recorded, office: recordedOffice, at, by, withReason: reason !== undefined },
          }),
    };
  }
}
