import type { Instant } from '#kernel';
import type { Waiver } from './facts.js';

/** What is asked for (请求事项). */
export interface ClaimsCommands {
  WaiveClaims: Omit<Waiver, 'waivedAt' | 'recordedBy'> & { readonly waivedAt?: Instant };
}
