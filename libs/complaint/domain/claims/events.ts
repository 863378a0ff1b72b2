import type { Waiver } from './facts.js';

/** What is asked for (请求事项). */
export interface ClaimsEvents {
  ClaimsWaived: Waiver;
}
