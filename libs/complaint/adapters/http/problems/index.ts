import type { MatterCode, ProblemCatalogue } from '#platform/http';
import { CONTENT_PROBLEMS, type ContentRefusalCode } from '#platform/content-check';
import type { ComplaintRefusalCode } from '../../../domain/index.js';
import { ARCHIVE_PROBLEMS } from './archive.js';
import { CALLBACKS_PROBLEMS } from './callbacks.js';
import { CASE_PROBLEMS } from './case.js';
import { CLAIMS_PROBLEMS } from './claims.js';
import { CLOSING_PROBLEMS } from './closing.js';
import { CONTACT_PROBLEMS } from './contact.js';
import { CORRECTIONS_PROBLEMS } from './corrections.js';
import { DEPOSIT_PROBLEMS } from './deposit.js';
import { DOCUMENTS_PROBLEMS } from './documents.js';
import { ENDING_PROBLEMS } from './ending.js';
import { EVIDENCE_PROBLEMS } from './evidence.js';
import { EXTENSION_PROBLEMS } from './extension.js';
import { FILING_PROBLEMS } from './filing.js';
import { FINDINGS_PROBLEMS } from './findings.js';
import { HANDOVER_PROBLEMS } from './handover.js';
import { INTAKE_PROBLEMS } from './intake.js';
import { PAUSES_PROBLEMS } from './pauses.js';
import { INVESTIGATION_PROBLEMS } from './investigation.js';
import { LINKS_PROBLEMS } from './links.js';
import { MEDIATION_PROBLEMS } from './mediation.js';
import { OUTCOME_PROBLEMS } from './outcome.js';
import { PEOPLE_PROBLEMS } from './people.js';
import { JURISDICTION_PROBLEMS } from './jurisdiction.js';
import { REPLY_PROBLEMS } from './reply.js';
import { RULEBOOKS_PROBLEMS } from './rulebooks.js';
import { SETTLEMENT_PROBLEMS } from './settlement.js';
import { RESPONDENT_PROBLEMS } from './respondent.js';
import { SUPERVISION_PROBLEMS } from './supervision.js';

/**
 * What each refusal of a complaint's rules, and of a file that was sent, says in both languages: does not compile while a
 * code has no words.
 */
export const COMPLAINT_PROBLEMS = {
  ...INTAKE_PROBLEMS,
  ...FILING_PROBLEMS,
  ...DOCUMENTS_PROBLEMS,
  ...REPLY_PROBLEMS,
  ...INVESTIGATION_PROBLEMS,
  ...SETTLEMENT_PROBLEMS,
  ...MEDIATION_PROBLEMS,
  ...OUTCOME_PROBLEMS,
  ...DEPOSIT_PROBLEMS,
  ...HANDOVER_PROBLEMS,
  ...CLAIMS_PROBLEMS,
  ...ENDING_PROBLEMS,
  ...FINDINGS_PROBLEMS,
  ...LINKS_PROBLEMS,
  ...CLOSING_PROBLEMS,
  ...ARCHIVE_PROBLEMS,
  ...JURISDICTION_PROBLEMS,
  ...SUPERVISION_PROBLEMS,
  ...CONTACT_PROBLEMS,
  ...CALLBACKS_PROBLEMS,
  ...RULEBOOKS_PROBLEMS,
  ...EVIDENCE_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...PAUSES_PROBLEMS,
  ...RESPONDENT_PROBLEMS,
  ...EXTENSION_PROBLEMS,
  ...CORRECTIONS_PROBLEMS,
  ...CASE_PROBLEMS,
  ...CONTENT_PROBLEMS,
} as const satisfies ProblemCatalogue<Exclude<ComplaintRefusalCode, MatterCode> | ContentRefusalCode>;
