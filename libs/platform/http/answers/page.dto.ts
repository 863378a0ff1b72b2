import { IsText, MayBeMissing } from '../dto/decorators.js';

/** What every page of a list has besides its items. */
export class PageDto {
  /** Absent on the last page. */
  @MayBeMissing() @IsText({ max: 2000 }) nextCursor?: string;
}
