import type { ArchiveCommands } from '../archive/commands.js';
import type { CallbacksCommands } from '../callbacks/commands.js';
import type { ClaimsCommands } from '../claims/commands.js';
import type { ClocksCommands } from '../clocks/commands.js';
import type { ClosingCommands } from '../closing/commands.js';
import type { ContactCommands } from '../contact/commands.js';
import type { CorrectionsCommands } from '../corrections/commands.js';
import type { DepositCommands } from '../deposit/commands.js';
import type { DocumentsCommands } from '../documents/commands.js';
import type { EndingCommands } from '../ending/commands.js';
import type { EvidenceCommands } from '../evidence/commands.js';
import type { ExtensionCommands } from '../extension/commands.js';
import type { FilingCommands } from '../filing/commands.js';
import type { LinksCommands } from '../links/commands.js';
import type { FindingsCommands } from '../findings/commands.js';
import type { HandoverCommands, NoteCommands } from '../handover/commands.js';
import type { IntakeCommands } from '../intake/commands.js';
import type { Registration } from '../intake/facts.js';
import type { PausesCommands } from '../pauses/commands.js';
import type { InvestigationCommands } from '../investigation/commands.js';
import type { MediationCommands } from '../mediation/commands.js';
import type { OutcomeCommands } from '../outcome/commands.js';
import type { PeopleCommands } from '../people/commands.js';
import type { JurisdictionCommands } from '../jurisdiction/commands.js';
import type { ReplyCommands } from '../reply/commands.js';
import type { RulebooksCommands } from '../rulebooks/commands.js';
import type { SettlementCommands } from '../settlement/commands.js';
import type { OfRespondentCommands, RespondentCommands } from '../respondent/commands.js';
import type { SupervisionCommands } from '../supervision/commands.js';

/**
 * What can be asked of a complaint that is registered, topic by topic. A line in a topic's `commands.ts` adds a
 * command: the compiler then asks for its rule in that topic's `acts.ts`.
 * `…At` is when it happened; absent means now.
 */
export interface CaseCommands
  extends
    IntakeCommands,
    FilingCommands,
    DocumentsCommands,
    ReplyCommands,
    InvestigationCommands,
    SettlementCommands,
    MediationCommands,
    OutcomeCommands,
    DepositCommands,
    HandoverCommands,
    ClaimsCommands,
    EndingCommands,
    FindingsCommands,
    LinksCommands,
    ClosingCommands,
    ArchiveCommands,
    NoteCommands,
    JurisdictionCommands,
    SupervisionCommands,
    ContactCommands,
    CallbacksCommands,
    RulebooksCommands,
    EvidenceCommands,
    PeopleCommands,
    PausesCommands,
    RespondentCommands,
    OfRespondentCommands,
    ExtensionCommands,
    CorrectionsCommands,
    ClocksCommands {}

export interface ComplaintCommands extends CaseCommands {
  RegisterComplaint: Omit<Registration, 'registeredAt' | 'registeredBy'>;
}

export type CaseCommandType = keyof CaseCommands;
export type ComplaintCommandType = keyof ComplaintCommands;
export type ComplaintCommand = {
  readonly [Type in ComplaintCommandType]: { readonly type: Type; readonly data: ComplaintCommands[Type] };
}[ComplaintCommandType];
/** One command by name. */
export type CommandOf<Type extends ComplaintCommandType> = Extract<ComplaintCommand, { readonly type: Type }>;
