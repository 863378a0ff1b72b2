import type { Quarter } from '#kernel';
import { figuresOf, type Counted, type QuarterFigures } from '../domain/index.js';

/** Whose figures, and of which quarter. */
export interface Asked {
  readonly office: string;
  readonly quarter: Quarter;
}

/** What was found to count, and the place in the log up to which it says everything. */
export interface Found {
  readonly counted: Counted;
  readonly countedTo: string;
}

/** Finds what there is to count, wherever cases are kept. */
export abstract class Countable {
  /** Everything that had been recorded when it was asked for. Throws when that is not to be had for now. */
  abstract now(asked: Asked): Promise<Found>;
  /** The same from the log alone, as it was up to that place: whatever was counted can be counted again. */
  abstract upTo(asked: Asked, countedTo: string): Promise<Counted>;
}

/** Counts again, from the log alone, what was counted up to that place. */
export async function recounted(
  countable: Countable,
  asked: Asked,
  countedTo: string,
): Promise<QuarterFigures> {
  return figuresOf(await countable.upTo(asked, countedTo), asked.quarter);
}
