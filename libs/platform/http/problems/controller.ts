import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnyQuery } from '../conventions/known-query.js';
import { Answers } from '../openapi/documented.js';
import { Public } from '../openapi/public.js';
import { type Language, ProblemRegistry } from './catalogue.js';
import { type ProblemWords, problemWords } from './document.js';
import { ProblemError } from './errors.js';
import { ProblemSheetDto, ProblemSheetsDto } from './sheet.dto.js';

/** One code, explained. */
interface ExplainedProblem {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  readonly messages: Readonly<Record<Language, ProblemWords>>;
}

/** `type` of every problem leads here: what a code means and what to do about it. */
@ApiTags('problems')
@Controller('problems')
@Public()
@AnyQuery()
export class ProblemsController {
  constructor(@Inject(ProblemRegistry) private readonly registry: ProblemRegistry) {}

  @Get()
  @Header('vary', 'Accept')
  @ApiOperation({ summary: 'All problem codes with their words' })
  @Answers(200, ProblemSheetsDto, { description: 'Every code, in Chinese and English' })
  list() {
    return { items: this.registry.codes().map((code) => this.sheet(code)) };
  }

  @Get(':code')
  @Header('vary', 'Accept')
  @ApiOperation({ summary: 'What one problem code means and what to do about it' })
  @ApiParam({ name: 'code', schema: { type: 'string' } })
  @ApiProduces('application/json', 'text/html')
  @Answers(200, ProblemSheetDto, { description: 'The code in Chinese and English' })
  read(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ExplainedProblem | string {
    const sheet = this.sheet(code);
    if (!(request.headers.accept ?? '').includes('text/html')) return sheet;
    void reply.type('text/html; charset=utf-8');
    return page(sheet);
  }

  private sheet(code: string): ExplainedProblem {
    const sheet = this.registry.sheet(code);
    if (sheet === undefined) throw new ProblemError('not-found');
    return { type: `/problems/${code}`, code, status: sheet.status, messages: problemWords(sheet) };
  }
}

function page({ code, status, messages }: ExplainedProblem): string {
  const part = (language: 'zh' | 'en') =>
    `<section lang="${language}"><h2>${escaped(messages[language].title)}</h2><p>${escaped(messages[language].remedy)}</p></section>`;
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${code}</title><h1>${status} <code>${code}</code></h1>${part('zh')}${part('en')}</html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
