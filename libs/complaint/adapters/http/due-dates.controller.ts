import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { dayInChina, type Day, type Instant } from '#kernel';
import { CalendarError, chinaCalendar, explain, explainInWords, type Period, type Unit } from '#calendar';
import {
  allRulebooks,
  certaintyOf,
  CLOCK_CODES,
  periodOf,
  rulebookById,
  type ClockCode,
  type Rulebook,
  type TermRule,
} from '#rulebook';
import {
  Answers,
  CheckedQuery,
  fieldError,
  IsCode,
  IsDay,
  IsInstant,
  IsText,
  MayBeMissing,
  ProblemError,
  Public,
  toInstant,
} from '#platform/http';
import { IsInt, Max, Min } from 'class-validator';
import { DueDateDto } from './answers/clocks.dto.js';
import { RulebookDto, RulebooksDto } from './answers/rulebooks.dto.js';
import { Cases } from '../../use-cases/index.js';

const UNITS = ['WD', 'CD', 'H'] as const;
const SHELF = allRulebooks().map(({ id }) => id);
const CLASSES = ['deposit', 'other'] as const;

/** A rulebook's term (`rulebook` and `code`), or a term of one's own (`amount` and `unit`). */
export class DueDateQuery {
  @IsInstant() start: string;
  @MayBeMissing() @IsText({ max: 40 }) rulebook?: string;
  @MayBeMissing() @IsCode(CLOCK_CODES) code?: ClockCode;
  @MayBeMissing() @IsCode(CLASSES) caseClass?: 'deposit' | 'other';
  @MayBeMissing() @IsInt() @Min(1) @Max(1000) amount?: number;
  @MayBeMissing() @IsCode(UNITS) unit?: Unit;
  /** The day on which it is asked what the office could know; today when absent. */
  @MayBeMissing() @IsDay() knownOn?: Day;
}

/** When is it due? Open to everybody: the same counting that the cases use, day by day. */
@ApiTags('due-dates')
@Controller('v1')
@Public()
export class DueDatesController {
  constructor(private readonly cases: Cases) {}

  @Get('due-date')
  @ApiOperation({ summary: 'When is it due, and how was that counted?' })
  @Answers(200, DueDateDto, { description: 'The due date and its reckoning' })
  dueDate(@CheckedQuery(DueDateQuery) query: DueDateQuery): object {
    const knownOn = query.knownOn ?? dayInChina(this.cases.now());
    const calendar = reckoned('/knownOn', () => chinaCalendar({ knownOn }));
    const startAt = toInstant(query.start);
    const rule = ruleOf(query);
    const period = rule ? periodOf(rule, { startAt }) : ownPeriod(query, startAt);
    const explanation = reckoned('/start', () => explain(calendar, period));
    return {
      ...(rule && {
        rulebook: query.rulebook,
        code: rule.code,
        article: rule.article,
        verification: certaintyOf(rule, period),
      }),
      ...explanation,
      knownOn: calendar.knownOn,
      words: { zh: explainInWords(explanation, 'zh'), en: explainInWords(explanation, 'en') },
    };
  }

  @Get('rulebooks')
  @ApiOperation({ summary: 'The rulebooks: terms with their articles, and how sure each is' })
  @Answers(200, RulebooksDto, { description: 'The rulebooks' })
  rulebooks(): object {
    return { items: allRulebooks() };
  }

  @Get('rulebooks/:id')
  @ApiOperation({ summary: 'One rulebook' })
  @Answers(200, RulebookDto, { description: 'The rulebook' })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  rulebook(@Param('id') id: string): Rulebook {
    return known(id) ?? notFound();
  }
}

function known(id: string): Rulebook | undefined {
  return allRulebooks().find((rulebook) => rulebook.id === id) && rulebookById(id);
}

function notFound(): never {
  throw new ProblemError('not-found');
}

function ruleOf({ rulebook, code, caseClass = 'other' }: DueDateQuery): TermRule | undefined {
  if (rulebook === undefined && code === undefined) return undefined;
  const rule = known(rulebook ?? '')?.terms.find(
    (term) => term.code === code && (term.appliesTo === 'all' || term.appliesTo === caseClass),
  );
  return (
    rule ?? unfit(known(rulebook ?? '') ? '/code' : '/rulebook', known(rulebook ?? '') ? CLOCK_CODES : SHELF)
  );
}

function ownPeriod({ amount, unit }: DueDateQuery, startAt: Instant): Period {
  if (amount === undefined) return unfit('/amount');
  if (unit === undefined) return unfit('/unit');
  return { startAt, term: { amount, unit, roll: unit === 'CD' } };
}

/** Days that no calendar of ours reaches are the caller's mistake. */
function reckoned<T>(pointer: string, count: () => T): T {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new ProblemError('validation-failed', {
      facts: { count: 1 },
      errors: [fieldError('not-reckoned', pointer, {}, 'query')],
    });
  }
}

function unfit(pointer: string, allowed?: readonly string[]): never {
  const error = allowed && fieldError('not-allowed-value', pointer, { allowed }, 'query');
  throw new ProblemError('validation-failed', {
    facts: { count: 1 },
    errors: [error ?? fieldError('missing', pointer, {}, 'query')],
  });
}
