import { Controller, Get, Header, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ArrayUnique, IsBoolean, IsInt, Max, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '#kernel';
import {
  Answers,
  AsOf,
  type AsOfPoint,
  CheckedQuery,
  commandIdOf,
  CommandBody,
  ConflictError,
  CursorSeal,
  IdempotencyKey,
  IfMatch,
  IsCode,
  IsDay,
  IsFen,
  IsInstant,
  IsList,
  IsPhone,
  IsText,
  IsUuidLower,
  IsWebAddress,
  ListOf,
  markReplayed,
  MayBeMissing,
  Nested,
  page,
  PageQuery,
  type ProblemCatalogue,
  Public,
  RefusalError,
  revised,
  setEtag,
  UuidParam,
} from '../index.js';

export const CHANNELS = ['phone', 'letter', 'visit'] as const;

export class ContactDto {
  @IsText({ max: 50 })
  name: string;

  @MayBeMissing()
  @IsPhone()
  phone?: string;
}

export class ItemDto {
  @IsText({ min: 2, max: 20 })
  what: string;

  @IsFen()
  fen: number;
}

/** Uses every decorator of the platform once. */
export class SampleDto {
  @IsDay()
  day: string;

  @IsInstant()
  at: string;

  @IsCode(CHANNELS)
  channel: string;

  @IsUuidLower()
  office: string;

  @Nested(() => ContactDto)
  contact: ContactDto;

  @ListOf(() => ItemDto, { min: 1, max: 3 })
  items: ItemDto[];

  @MayBeMissing()
  @IsInt()
  @Min(1)
  @Max(9)
  people?: number;

  @MayBeMissing()
  @IsBoolean()
  urgent?: boolean;

  @MayBeMissing()
  @IsList({ max: 2 })
  @ArrayUnique()
  @IsCode(CHANNELS, { each: true })
  also?: string[];

  @MayBeMissing()
  @IsWebAddress({ max: 40 })
  source?: string;
}

export class SampleAnswer {
  @IsUuidLower()
  id: string;

  @IsInt()
  @Min(0)
  revision: number;
}

export class SampleQuery extends PageQuery {
  @MayBeMissing()
  @IsCode(CHANNELS)
  channel?: string;

  @MayBeMissing()
  @IsBoolean()
  open?: boolean;
}

export const SAMPLE_PROBLEMS = {
  'sample-is-closed': {
    status: 409,
    title: { zh: '已经办结', en: 'It is closed' },
    detail: (facts) => ({
      zh: `办结日：${JSON.stringify(facts.day)}`,
      en: `Closed on ${JSON.stringify(facts.day)}`,
    }),
    remedy: { zh: '请另行登记。', en: 'Register a new one.' },
  },
} satisfies ProblemCatalogue<'sample-is-closed'>;

export const REVISION = 3;
export const SAMPLE_ID = '3f0c9a41-5b52-4b0e-9b0e-5a3f6f0c9a41';
/** What the sample has stored; bad requests must leave it empty. */
export const stored: unknown[] = [];
const seal = new CursorSeal('a secret of the sample');

@ApiTags('samples')
@Controller('v1/samples')
export class SampleController {
  @Post()
  @ApiOperation({ summary: 'Register a sample' })
  @Answers(201, SampleAnswer, { description: 'Registered', etag: true })
  register(
    @IdempotencyKey() key: string,
    @CommandBody(SampleDto) body: SampleDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): SampleAnswer {
    stored.push(body);
    setEtag(reply, 0);
    if (key === 'again') markReplayed(reply);
    return { id: commandIdOf({ actorId: 'a', method: 'POST', path: '/v1/samples' }, key), revision: 0 };
  }

  @Post(':id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide a sample' })
  @Answers(200, SampleAnswer, { description: 'Decided', etag: true })
  decide(
    @UuidParam('id') id: string,
    @IdempotencyKey() _key: string,
    @IfMatch() expected: number,
    @CommandBody(ContactDto) body: ContactDto,
  ): SampleAnswer {
    if (expected !== REVISION) throw new ConflictError(REVISION);
    if (body.name === 'closed')
      throw new RefusalError(refuse('sample-is-closed', ['G03'], { day: '2026-04-03' }));
    if (body.name === 'undeclared') throw new RefusalError(refuse('nobody-declared-this', []));
    if (body.name === 'broken') throw new Error('duplicate key (phone)=(13800138000)');
    return { id, revision: REVISION + 1 };
  }

  @Get()
  @ApiOperation({ summary: 'List samples' })
  list(
    @CheckedQuery(SampleQuery) query: SampleQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const binding = { list: 'samples', channel: query.channel ?? null };
    const from = query.cursor === undefined ? 0 : (seal.decode(query.cursor, binding) as number);
    return page(request, reply, [query, { from }], seal.encode(from + 1, binding));
  }

  @Get('slow')
  @Public()
  @ApiOperation({ summary: 'Takes 300 ms' })
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { done: true };
  }

  @Get(':id')
  @Header('x-sample', '1')
  @ApiOperation({ summary: 'Read a sample' })
  @Answers(200, SampleAnswer, { description: 'The sample', etag: true })
  read(
    @UuidParam('id') id: string,
    @AsOf() asOf: AsOfPoint | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    request.actorId = 'actor-7';
    return revised(request, reply, REVISION, () => ({ id, revision: REVISION, asOf }));
  }
}

@Module({ controllers: [SampleController] })
export class SampleModule {}

/** A body that fits `SampleDto`. */
export const fitting = (): SampleDto => ({
  day: '2026-04-03',
  at: '2026-04-03T09:00:00+08:00',
  channel: 'phone',
  office: SAMPLE_ID,
  contact: { name: '张三', phone: '13800138000' },
  items: [{ what: '团费', fen: 128_000 }],
});
