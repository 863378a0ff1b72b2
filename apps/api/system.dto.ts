import { IsBoolean, IsInt, IsNumber } from 'class-validator';
import {
  IsAnything,
  IsCode,
  IsInstant,
  IsInstantOrNull,
  IsList,
  IsText,
  IsTextOrNull,
  ListOf,
  MayBeMissing,
  MoreFields,
  Nested,
} from '#platform/http';

/** How a read model stands. */
@MoreFields()
export class ReadModelDto {
  @IsText({ max: 60 }) name: string;
  @IsInt() version: number;
  @IsCode(['building', 'active', 'stopped']) state: string;
  @IsText({ max: 40 }) position: string;
  @IsAnything('Events it has not seen yet; null where that cannot be counted.') lag: unknown;
  @IsBoolean() caughtUp: boolean;
  @IsBoolean() led: boolean;
  @IsAnything('What stopped it, and the position of that event; or null.') error: unknown;
}

export class ReadModelsDto {
  @ListOf(() => ReadModelDto, { max: 200 }) items: ReadModelDto[];
}

/** What a rebuild did. */
export class RebuildDto {
  @IsText({ max: 60 }) name: string;
  @IsText({ max: 100 }) table: string;
  @IsInt() events: number;
  @IsNumber() milliseconds: number;
}

/** How the queue does in this process. */
@MoreFields()
export class QueueDto {
  @IsCode(['redis', 'postgres']) backend: string;
  @IsBoolean() reachable: boolean;
  @IsAnything('When a worker here last answered a canary, in ms since 1970; or null.')
  canaryAnsweredAt: unknown;
  @IsInt() workersReplaced: number;
  @IsList({ max: 50 }) @IsText({ max: 500, each: true }) warnings: string[];
  @IsTextOrNull() lastError: string | null;
}

/** The timers in numbers. */
@MoreFields()
export class TimersDto {
  @IsInt() pending: number;
  @IsInt() overdue: number;
  @IsInstantOrNull() oldestOverdue: string | null;
  @IsInt() failing: number;
  @IsInt() parked: number;
  @IsBoolean() led: boolean;
}

/** A timer that waits for a person. */
@MoreFields()
export class ParkedTimerDto {
  @IsText({ max: 300 }) timerId: string;
  @IsInt() revision: number;
  @IsInstant() fireAt: string;
  @IsInt() attempts: number;
}

/** Queue and timers; absent where they run in another process. */
export class TimerStatusDto {
  @MayBeMissing() @Nested(() => QueueDto) queue?: QueueDto;
  @MayBeMissing() @Nested(() => TimersDto) timers?: TimersDto;
  @MayBeMissing() @ListOf(() => ParkedTimerDto, { max: 100 }) parked?: ParkedTimerDto[];
}

/** How one reaction stands. */
@MoreFields()
export class ReactionDto {
  @IsText({ max: 60 }) name: string;
  @IsBoolean() caughtUp: boolean;
  @IsInt() failing: number;
  @IsInt() parked: number;
}

/** An event from which something should have followed, and that waits for a person. */
@MoreFields()
export class ParkedReactionDto {
  @IsText({ max: 60 }) reaction: string;
  @IsText({ max: 60 }) eventId: string;
  @IsText({ max: 100 }) stream: string;
  @IsInt() revision: number;
  @IsInt() attempts: number;
  @IsText({ max: 300 }) lastError: string;
}

/** Absent where they run in another process. */
export class ReactionsDto {
  @MayBeMissing() @ListOf(() => ReactionDto, { max: 100 }) items?: ReactionDto[];
  @MayBeMissing() @ListOf(() => ParkedReactionDto, { max: 1000 }) parked?: ParkedReactionDto[];
}

/** The office's time. */
export class OfficeTimeDto {
  @IsInstant() now: string;
}
