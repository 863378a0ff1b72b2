import type { ComplaintEventType } from './events.js';
import { EVOLVE } from './evolve.js';

/** Turns an older version's data into the next version's. Pure; never changes what was meant. */
export type Upcast = (data: never) => unknown;

interface EventVersion {
  readonly version: number;
  /** Step n leads from version n + 1 to n + 2; as many steps as versions before the present one. */
  readonly upcasts: readonly Upcast[];
}

const FIRST: EventVersion = { version: 1, upcasts: [] };

/** Events that have changed since their first version; all others are in it. */
const CHANGED: Readonly<Partial<Record<ComplaintEventType, EventVersion>>> = {};

const TYPES = ['ComplaintRegistered', ...Object.keys(EVOLVE)] as ComplaintEventType[];

/** Every event with the version it is written in. */
export const COMPLAINT_EVENTS = Object.fromEntries(
  TYPES.map((type) => [type, CHANGED[type] ?? FIRST]),
) as Readonly<Record<ComplaintEventType, EventVersion>>;
