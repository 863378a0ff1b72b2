import type { Instant, Sealed } from '#kernel';
import type {
  AcceptanceAnswer,
  Change,
  ContactWay,
  Investigation,
  Mediation,
  MissingItem,
  Outcome,
  Registration,
} from './facts.js';

/** A record whose moment may be left out: it then happened now. */
type Dated<Facts, Field extends keyof Facts> = Omit<Facts, Field> & Partial<Pick<Facts, Field>>;

/** What a person can ask of a direct complaint. `…At` is when it happened; absent means now. */
export interface DirectComplaintCommands {
  ReceiveComplaint: Omit<Registration, 'registeredAt' | 'registeredBy'>;
  NotifyAcceptance: {
    readonly answer: AcceptanceAnswer;
    readonly missing: readonly MissingItem[];
    readonly reason?: Sealed;
    readonly contact: ContactWay;
    readonly notifiedAt?: Instant;
  };
  ReceiveSupplement: {
    readonly items: readonly MissingItem[];
    readonly note: Sealed;
    readonly receivedAt?: Instant;
  };
  AssignCase: { readonly responsible: string };
  RecordInvestigation: Dated<Investigation, 'heldAt'> & { readonly recordId: string };
  MediateInternally: Dated<Mediation, 'heldAt'> & { readonly recordId: string };
  RecordOutcome: Dated<Outcome, 'decidedAt'>;
  ArchiveCase: { readonly archivedAt?: Instant; readonly retentionYears?: number };
  ProposeDestruction: { readonly reason: Sealed };
  RefuseDestruction: { readonly reason: Sealed };
  ApproveDestruction: Record<string, never>;
  CorrectRecord: { readonly correctionId: string; readonly reason: Sealed; readonly change: Change };
  /** Asks to see the complainant's contact in full. */
  DiscloseContact: { readonly purpose: Sealed };
}

export type DirectComplaintCommandType = keyof DirectComplaintCommands;
export type DirectComplaintCommand = {
  readonly [Type in DirectComplaintCommandType]: {
    readonly type: Type;
    readonly data: DirectComplaintCommands[Type];
  };
}[DirectComplaintCommandType];
