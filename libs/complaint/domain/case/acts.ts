import { archiveActs } from '../archive/acts.js';
import { callbacksActs } from '../callbacks/acts.js';
import { claimsActs } from '../claims/acts.js';
import { clocksActs } from '../clocks/acts.js';
import { closingActs } from '../closing/acts.js';
import { contactActs } from '../contact/acts.js';
import { correctionsActs } from '../corrections/acts.js';
import { depositActs } from '../deposit/acts.js';
import { documentsActs } from '../documents/acts.js';
import { endingActs } from '../ending/acts.js';
import { evidenceActs } from '../evidence/acts.js';
import { extensionActs } from '../extension/acts.js';
import { filingActs } from '../filing/acts.js';
import { linksActs } from '../links/acts.js';
import { findingsActs } from '../findings/acts.js';
import { handoverActs, noteActs } from '../handover/acts.js';
import { intakeActs } from '../intake/acts.js';
import { pausesActs } from '../pauses/acts.js';
import { investigationActs } from '../investigation/acts.js';
import { mediationActs } from '../mediation/acts.js';
import { outcomeActs } from '../outcome/acts.js';
import { peopleActs } from '../people/acts.js';
import { jurisdictionActs } from '../jurisdiction/acts.js';
import { replyActs } from '../reply/acts.js';
import { rulebooksActs } from '../rulebooks/acts.js';
import { settlementActs } from '../settlement/acts.js';
import { respondentActs } from '../respondent/acts.js';
import { supervisionActs } from '../supervision/acts.js';
import type { Acts } from './act.js';
import type { CaseCommands } from './commands.js';

/** The rule of everything that can be asked of a registered complaint. */
export const ACTS: Acts<CaseCommands> = {
  ...intakeActs,
  ...filingActs,
  ...documentsActs,
  ...replyActs,
  ...investigationActs,
  ...settlementActs,
  ...mediationActs,
  ...outcomeActs,
  ...depositActs,
  ...handoverActs,
  ...claimsActs,
  ...endingActs,
  ...findingsActs,
  ...linksActs,
  ...closingActs,
  ...archiveActs,
  ...noteActs,
  ...jurisdictionActs,
  ...supervisionActs,
  ...contactActs,
  ...callbacksActs,
  ...rulebooksActs,
  ...evidenceActs,
  ...peopleActs,
  ...pausesActs,
  ...respondentActs,
  ...extensionActs,
  ...correctionsActs,
  ...clocksActs,
};
