import { IsInt } from 'class-validator';
import { IsText, ListOf, Nested } from '../dto/decorators.js';

export class ProblemWordsDto {
  @IsText({ max: 200 }) title: string;
  @IsText({ max: 500 }) remedy: string;
}

export class ProblemMessagesDto {
  @Nested(() => ProblemWordsDto) zh: ProblemWordsDto;
  @Nested(() => ProblemWordsDto) en: ProblemWordsDto;
}

/** One code, explained in Chinese and English. */
export class ProblemSheetDto {
  @IsText({ max: 200 }) type: string;
  @IsText({ max: 80 }) code: string;
  @IsInt() status: number;
  @Nested(() => ProblemMessagesDto) messages: ProblemMessagesDto;
}

export class ProblemSheetsDto {
  @ListOf(() => ProblemSheetDto, { max: 2000 }) items: ProblemSheetDto[];
}
