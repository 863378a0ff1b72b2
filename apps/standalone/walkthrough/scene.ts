import type { JsonObject } from '#kernel';
import type { DocumentKind, Phase } from '#complaint';
import type { Act } from '../client/acts.js';

/** What is said of a scene, in both languages. */
export interface Caption {
  readonly zh: string;
  readonly en: string;
}

/** One thing somebody does. */
export interface Deed extends Caption {
  readonly by: string;
  readonly act: Act | 'register';
  readonly document?: DocumentKind;
  readonly body?: JsonObject;
}

/**
 * One scene of the walkthrough. `events` are all the events that must follow, in the short form of
 * `eventLine`; of a wait, in any order within a day, since timers of one moment ring side by side.
 */
export type Scene =
  | ({ readonly kind: 'chapter' } & Caption)
  | ({
      readonly kind: 'done';
      readonly at: string;
      readonly phase: Phase;
      readonly events: readonly string[];
    } & Deed)
  | ({
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly rules: readonly string[];
      /** Sent instead of the revision that the case has. */
      readonly ifMatch?: number;
    } & Deed)
  | ({ readonly kind: 'wait'; readonly until: string; readonly events: readonly string[] } & Caption);
