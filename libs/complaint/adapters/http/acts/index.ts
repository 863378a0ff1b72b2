import type { CaseCommands } from '../../../domain/index.js';
import { archiveRoutes } from './archive.js';
import { closingRoutes } from './closing.js';
import { documentsRoutes } from './documents.js';
import { endingRoutes } from './ending.js';
import { filingRoutes } from './filing.js';
import { findingsRoutes } from './findings.js';
import { handoverRoutes } from './handover.js';
import { intakeRoutes } from './intake.js';
import { peopleRoutes } from './people.js';
import { replyRoutes } from './reply.js';
import type { CaseRoutes } from './route.js';

/** Commands that are reached in a way of their own: a look at a contact answers the contact; and what nobody asks for. */
type Apart = 'DiscloseContact' | 'RecordDestruction' | 'RingClock';

/** How everything that people do to a case is reached: does not compile while a command has no route. */
export const CASE_ROUTES = {
  ...intakeRoutes,
  ...filingRoutes,
  ...documentsRoutes,
  ...replyRoutes,
  ...handoverRoutes,
  ...endingRoutes,
  ...findingsRoutes,
  ...closingRoutes,
  ...archiveRoutes,
  ...peopleRoutes,
} as const satisfies CaseRoutes<Omit<CaseCommands, Apart>>;
