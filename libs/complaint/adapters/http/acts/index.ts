import type { CaseCommands, NoteCommands } from '../../../domain/index.js';
import { documentsRoutes } from './documents.js';
import { filingRoutes } from './filing.js';
import { handoverRoutes } from './handover.js';
import { intakeRoutes } from './intake.js';
import { jurisdictionRoutes } from './jurisdiction.js';
import { replyRoutes } from './reply.js';
import type { CaseRoutes } from './route.js';
import { supervisionRoutes } from './supervision.js';

/** Reached in a way of their own: a look at a contact answers the contact; clocks ring and cases tell by themselves. */
type Apart = 'DiscloseContact' | 'RingClock' | keyof NoteCommands;

/** How everything that people do to a case is reached: does not compile while a command has no route. */
export const CASE_ROUTES = {
  ...intakeRoutes,
  ...filingRoutes,
  ...documentsRoutes,
  ...replyRoutes,
  ...handoverRoutes,
  ...jurisdictionRoutes,
  ...supervisionRoutes,
} as const satisfies CaseRoutes<Omit<CaseCommands, Apart>>;
