import { refuse, type JsonObject, type Refusal } from '#kernel';
import { ARCHIVE_REFUSALS } from '../archive/refusals.js';
import { CALLBACKS_REFUSALS } from '../callbacks/refusals.js';
import { CLAIMS_REFUSALS } from '../claims/refusals.js';
import { CLOSING_REFUSALS } from '../closing/refusals.js';
import { CONTACT_REFUSALS } from '../contact/refusals.js';
import { CORRECTIONS_REFUSALS } from '../corrections/refusals.js';
import { DEPOSIT_REFUSALS } from '../deposit/refusals.js';
import { DOCUMENTS_REFUSALS } from '../documents/refusals.js';
import { ENDING_REFUSALS } from '../ending/refusals.js';
import { EVIDENCE_REFUSALS } from '../evidence/refusals.js';
import { EXTENSION_REFUSALS } from '../extension/refusals.js';
import { FILING_REFUSALS } from '../filing/refusals.js';
import { LINKS_REFUSALS } from '../links/refusals.js';
import { FINDINGS_REFUSALS } from '../findings/refusals.js';
import { HANDOVER_REFUSALS } from '../handover/refusals.js';
import { INTAKE_REFUSALS } from '../intake/refusals.js';
import { PAUSES_REFUSALS } from '../pauses/refusals.js';
import { INVESTIGATION_REFUSALS } from '../investigation/refusals.js';
import { MEDIATION_REFUSALS } from '../mediation/refusals.js';
import { OUTCOME_REFUSALS } from '../outcome/refusals.js';
import { PEOPLE_REFUSALS } from '../people/refusals.js';
import { JURISDICTION_REFUSALS } from '../jurisdiction/refusals.js';
import { REPLY_REFUSALS } from '../reply/refusals.js';
import { RULEBOOKS_REFUSALS } from '../rulebooks/refusals.js';
import { SETTLEMENT_REFUSALS } from '../settlement/refusals.js';
import { RESPONDENT_REFUSALS } from '../respondent/refusals.js';
import { SUPERVISION_REFUSALS } from '../supervision/refusals.js';

/** What any act can be refused for. */
const CASE_REFUSALS = {
  'complaint-not-found': [],
  'complaint-already-registered': ['G01'],
  'action-not-in-this-phase': [],
  'happened-in-the-future': [],
  'happened-too-early': [],
} as const;

/** Every reason for which a complaint's rules say no, with the rules it rests on. */
export const COMPLAINT_REFUSALS = {
  ...CASE_REFUSALS,
  ...INTAKE_REFUSALS,
  ...FILING_REFUSALS,
  ...DOCUMENTS_REFUSALS,
  ...REPLY_REFUSALS,
  ...INVESTIGATION_REFUSALS,
  ...SETTLEMENT_REFUSALS,
  ...MEDIATION_REFUSALS,
  ...OUTCOME_REFUSALS,
  ...DEPOSIT_REFUSALS,
  ...HANDOVER_REFUSALS,
  ...CLAIMS_REFUSALS,
  ...ENDING_REFUSALS,
  ...FINDINGS_REFUSALS,
  ...LINKS_REFUSALS,
  ...CLOSING_REFUSALS,
  ...ARCHIVE_REFUSALS,
  ...JURISDICTION_REFUSALS,
  ...SUPERVISION_REFUSALS,
  ...CONTACT_REFUSALS,
  ...CALLBACKS_REFUSALS,
  ...RULEBOOKS_REFUSALS,
  ...EVIDENCE_REFUSALS,
  ...PEOPLE_REFUSALS,
  ...PAUSES_REFUSALS,
  ...RESPONDENT_REFUSALS,
  ...EXTENSION_REFUSALS,
  ...CORRECTIONS_REFUSALS,
} as const;

export type ComplaintRefusalCode = keyof typeof COMPLAINT_REFUSALS;
export type ComplaintRefusal = Refusal<ComplaintRefusalCode>;

/** Refuses with the rules that the code rests on. `facts` never hold personal data. */
export function no(code: ComplaintRefusalCode, facts: JsonObject = {}): ComplaintRefusal {
  return refuse(code, COMPLAINT_REFUSALS[code], facts);
}
