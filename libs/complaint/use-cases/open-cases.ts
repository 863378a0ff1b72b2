import type { Phase } from '../domain/index.js';

/** The open cases of an office, page by page. */
export abstract class OpenCases {
  /**
   * Ids of the office's cases in one of these phases, in their order.
   * @param after the last id of the page before; a case that comes or goes meanwhile may be missed, none comes twice
   */
  abstract page(
    office: string,
    phases: readonly Phase[],
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
}
