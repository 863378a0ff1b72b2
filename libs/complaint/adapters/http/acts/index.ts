import type { CaseCommands, NoteCommands, OfRespondentCommands } from '../../../domain/index.js';
import { archiveRoutes } from './archive.js';
import { callbacksRoutes } from './callbacks.js';
import { claimsRoutes } from './claims.js';
import { closingRoutes } from './closing.js';
import { correctionsRoutes } from './corrections.js';
import { depositRoutes } from './deposit.js';
import { documentsRoutes } from './documents.js';
import { endingRoutes } from './ending.js';
import { evidenceRoutes } from './evidence.js';
import { extensionRoutes } from './extension.js';
import { filingRoutes } from './filing.js';
import { findingsRoutes } from './findings.js';
import { handoverRoutes } from './handover.js';
import { intakeRoutes } from './intake.js';
import { pausesRoutes } from './pauses.js';
import { investigationRoutes } from './investigation.js';
import { linksRoutes } from './links.js';
import { mediationRoutes } from './mediation.js';
import { outcomeRoutes } from './outcome.js';
import { peopleRoutes } from './people.js';
import { jurisdictionRoutes } from './jurisdiction.js';
import { replyRoutes } from './reply.js';
import { settlementRoutes } from './settlement.js';
import { respondentRoutes } from './respondent.js';
import type { CaseRoutes } from './route.js';
import { supervisionRoutes } from './supervision.js';
import { rulebooksRoutes } from './rulebooks.js';

/**
 * Commands that are reached in a way of their own: a look at a contact answers the contact, evidence comes as a form
 * with a file, clocks go, keys are destroyed and cases tell each other by themselves, and the operator complained of
 * has an address of its own.
 */
type Apart =
  | 'DiscloseContact'
  | 'AttachEvidence'
  | 'RecordDestruction'
  | 'RingClock'
  | 'RescheduleClocks'
  | keyof NoteCommands
  | keyof OfRespondentCommands;

/** How everything that people do to a case is reached: does not compile while a command has no route. */
export const CASE_ROUTES = {
  ...intakeRoutes,
  ...filingRoutes,
  ...documentsRoutes,
  ...replyRoutes,
  ...investigationRoutes,
  ...settlementRoutes,
  ...mediationRoutes,
  ...outcomeRoutes,
  ...depositRoutes,
  ...handoverRoutes,
  ...rulebooksRoutes,
  ...claimsRoutes,
  ...endingRoutes,
  ...findingsRoutes,
  ...linksRoutes,
  ...closingRoutes,
  ...archiveRoutes,
  ...callbacksRoutes,
  ...evidenceRoutes,
  ...peopleRoutes,
  ...pausesRoutes,
  ...respondentRoutes,
  ...extensionRoutes,
  ...correctionsRoutes,
  ...jurisdictionRoutes,
  ...supervisionRoutes,
} as const satisfies CaseRoutes<Omit<CaseCommands, Apart>>;
