import type { DirectComplaintEventType } from './events.js';
import { EVOLVE } from './evolve.js';

interface EventVersion {
  readonly version: number;
  /** Step n leads from version n + 1 to n + 2; as many steps as versions before the present one. */
  readonly upcasts: readonly ((data: never) => unknown)[];
}

const FIRST: EventVersion = { version: 1, upcasts: [] };

/** Events that have changed since their first version; all others are in it. */
const CHANGED: Readonly<Partial<Record<DirectComplaintEventType, EventVersion>>> = {};

const TYPES = ['OperatorComplaintReceived', ...Object.keys(EVOLVE)] as DirectComplaintEventType[];

/** Every event with the version it is written in. */
export const DIRECT_COMPLAINT_EVENTS = Object.fromEntries(
  TYPES.map((type) => [type, CHANGED[type] ?? FIRST]),
) as Readonly<Record<DirectComplaintEventType, EventVersion>>;
