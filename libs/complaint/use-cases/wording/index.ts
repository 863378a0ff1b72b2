import type { CaseCommands, NoteCommands } from '../../domain/index.js';
import { archiveWording } from './archive.js';
import { callbacksWording } from './callbacks.js';
import { claimsWording } from './claims.js';
import { closingWording } from './closing.js';
import { contactWording } from './contact.js';
import { depositWording } from './deposit.js';
import { documentsWording } from './documents.js';
import { endingWording } from './ending.js';
import { evidenceWording } from './evidence.js';
import { extensionWording } from './extension.js';
import { filingWording } from './filing.js';
import { findingsWording } from './findings.js';
import { handoverWording } from './handover.js';
import { intakeWording } from './intake.js';
import { pausesWording } from './pauses.js';
import { investigationWording } from './investigation.js';
import { linksWording } from './links.js';
import { mediationWording } from './mediation.js';
import { outcomeWording } from './outcome.js';
import { peopleWording } from './people.js';
import { jurisdictionWording } from './jurisdiction.js';
import { replyWording } from './reply.js';
import { rulebooksWording } from './rulebooks.js';
import { settlementWording } from './settlement.js';
import { respondentWording } from './respondent.js';
import { supervisionWording } from './supervision.js';
import type { Wordings } from './wording.js';

/** What takes more than the case: a number, a file, another case, the whole history, keys; and what nobody says. */
type Apart =
  | 'IssueDocument'
  | 'AttachEvidence'
  | 'ArchiveCase'
  | 'LinkComplaint'
  | 'LinkComplaints'
  | 'CorrectRecord'
  | 'ApproveDestruction'
  | 'RecordDestruction'
  | 'RingClock'
  | 'RescheduleClocks'
  | keyof NoteCommands;

/** Everything that people ask of a case in one step. */
export type SaidCommands = Omit<CaseCommands, Apart>;

/** How each of them is put into the domain's words: does not compile while one is missing. */
export const WORDINGS = {
  ...intakeWording,
  ...filingWording,
  ...documentsWording,
  ...replyWording,
  ...investigationWording,
  ...settlementWording,
  ...mediationWording,
  ...outcomeWording,
  ...depositWording,
  ...handoverWording,
  ...claimsWording,
  ...endingWording,
  ...findingsWording,
  ...linksWording,
  ...closingWording,
  ...archiveWording,
  ...jurisdictionWording,
  ...supervisionWording,
  ...contactWording,
  ...callbacksWording,
  ...rulebooksWording,
  ...evidenceWording,
  ...peopleWording,
  ...pausesWording,
  ...respondentWording,
  ...extensionWording,
} satisfies Wordings<SaidCommands>;

export type SaidType = keyof SaidCommands;
/** What a person says for that command, in clear. */
export type InputOf<Type extends SaidType> = Parameters<(typeof WORDINGS)[Type]['words']>[0];
