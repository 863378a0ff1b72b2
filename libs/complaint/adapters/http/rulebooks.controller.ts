import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Shelf, type Rulebook } from '#rulebook';
import { Answers, ProblemError, Public } from '#platform/http';
import { RulebookDto, RulebooksDto } from './answers/rulebooks.dto.js';

/** What the rulebooks say. Open to everybody, as the law is. */
@ApiTags('due-dates')
@Controller('v1/rulebooks')
@Public()
export class RulebooksController {
  constructor(private readonly shelf: Shelf) {}

  @Get()
  @ApiOperation({ summary: 'The rulebooks: terms with their articles, and how sure each is' })
  @Answers(200, RulebooksDto, { description: 'The rulebooks' })
  rulebooks(): object {
    return { items: this.shelf.all };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One rulebook' })
  @Answers(200, RulebookDto, { description: 'The rulebook' })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  rulebook(@Param('id') id: string): Rulebook {
    if (!this.shelf.knows(id)) throw new ProblemError('not-found');
    return this.shelf.byId(id);
  }
}
