import type { ArchiveEvents } from '../archive/events.js';
import type { CallbacksEvents } from '../callbacks/events.js';
import type { ClaimsEvents } from '../claims/events.js';
import type { ClocksEvents } from '../clocks/events.js';
import type { ClosingEvents } from '../closing/events.js';
import type { ContactEvents } from '../contact/events.js';
import type { CorrectionsEvents } from '../corrections/events.js';
import type { DepositEvents } from '../deposit/events.js';
import type { DocumentsEvents } from '../documents/events.js';
import type { EndingEvents } from '../ending/events.js';
import type { EvidenceEvents } from '../evidence/events.js';
import type { ExtensionEvents } from '../extension/events.js';
import type { FilingEvents } from '../filing/events.js';
import type { LinksEvents } from '../links/events.js';
import type { FindingsEvents } from '../findings/events.js';
import type { HandoverEvents } from '../handover/events.js';
import type { IntakeEvents } from '../intake/events.js';
import type { PausesEvents } from '../pauses/events.js';
import type { InvestigationEvents } from '../investigation/events.js';
import type { MediationEvents } from '../mediation/events.js';
import type { OutcomeEvents } from '../outcome/events.js';
import type { PeopleEvents } from '../people/events.js';
import type { JurisdictionEvents } from '../jurisdiction/events.js';
import type { ReplyEvents } from '../reply/events.js';
import type { RulebooksEvents } from '../rulebooks/events.js';
import type { SettlementEvents } from '../settlement/events.js';
import type { RespondentEvents } from '../respondent/events.js';
import type { SupervisionEvents } from '../supervision/events.js';

/**
 * Everything that can happen to a complaint, topic by topic. A line in a topic's `events.ts` adds an event: the
 * compiler then asks what it does to the state in that topic's `evolve.ts`.
 * Names and fields are stored for ever: never rename, never change a meaning.
 */
export interface ComplaintFacts
  extends
    IntakeEvents,
    FilingEvents,
    DocumentsEvents,
    ReplyEvents,
    InvestigationEvents,
    SettlementEvents,
    MediationEvents,
    OutcomeEvents,
    DepositEvents,
    HandoverEvents,
    ClaimsEvents,
    EndingEvents,
    FindingsEvents,
    LinksEvents,
    ClosingEvents,
    ArchiveEvents,
    JurisdictionEvents,
    SupervisionEvents,
    ContactEvents,
    CallbacksEvents,
    RulebooksEvents,
    EvidenceEvents,
    PeopleEvents,
    PausesEvents,
    RespondentEvents,
    ExtensionEvents,
    CorrectionsEvents,
    ClocksEvents {}

export type ComplaintEventType = keyof ComplaintFacts;
export type ComplaintEvent = {
  readonly [Type in ComplaintEventType]: { readonly type: Type; readonly data: ComplaintFacts[Type] };
}[ComplaintEventType];
