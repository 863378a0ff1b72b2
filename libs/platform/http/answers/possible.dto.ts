import { IsBoolean } from 'class-validator';
import { IsText } from '../dto/decorators.js';
import { MoreFields } from '../dto/no-fields.js';

/** Something that could be asked now. A refused one says why, in `reason`. */
@MoreFields()
export class PossibleDto {
  @IsText({ max: 60 }) action: string;
  @IsText({ max: 10 }) method: string;
  @IsText({ max: 200 }) href: string;
  @IsBoolean() allowed: boolean;
}
