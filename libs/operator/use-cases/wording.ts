import { sealAll, sealEach, type Seal } from '#platform/personal-data';
import { wordingWith, type WordingsOf } from '#platform/event-sourcing';
import { v5 as uuidv5 } from 'uuid';
import type {
  AcceptanceAnswer,
  Change,
  Concerned,
  ContactWay,
  DirectComplaintCommands,
  Intake,
  IntakeChange,
  Investigation,
  Mediation,
  MissingItem,
  Outcome,
  OutcomeKind,
  ReceivedComplaint,
} from '../domain/index.js';
import type { DirectRequest, SealFor } from './direct-complaints.js';

/** What putting a request into the domain's words may look at. */
export interface Told {
  readonly sealFor: SealFor;
  readonly request: DirectRequest;
  readonly state: ReceivedComplaint;
}

/** Who complains, in clear; sealed before anything is stored. */
export interface ComplainantInput {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
}

/** What was recorded of the complaint, in clear. */
export interface IntakeInput {
  readonly receivedAt?: string;
  readonly complainant: ComplainantInput;
  readonly concerned: Concerned;
  readonly facts: string;
  readonly claim?: string;
  readonly explanation?: string;
}

/** An investigation, in clear. */
export interface InvestigationInput {
  readonly heldAt?: string;
  readonly investigators: readonly string[];
  readonly facts: string;
  readonly evidence: readonly string[];
}

/** A mediation by headquarters, in clear. */
export interface MediationInput {
  readonly heldAt?: string;
  readonly mediator: string;
  readonly branch: string;
  readonly agreed: boolean;
  readonly record: string;
}

/** An outcome, in clear. */
export interface OutcomeInput {
  readonly kind: OutcomeKind;
  readonly decidedAt?: string;
  readonly opinion: string;
  readonly agreement?: string;
  readonly paidFen?: number;
}

/** What was wrong, and what the record says now; one of the four. */
export interface CorrectionInput {
  readonly reason: string;
  readonly intake?: Partial<IntakeInput>;
  readonly investigation?: Dated<InvestigationInput, 'heldAt'> & { readonly recordId: string };
  readonly mediation?: Dated<MediationInput, 'heldAt'> & { readonly recordId: string };
  readonly outcome?: Dated<OutcomeInput, 'decidedAt'>;
}

type Dated<Input, Field extends keyof Input> = Input & Required<Pick<Input, Field>>;

const wording = wordingWith<Told>();
const reason = wording(async ({ reason }: { readonly reason: string }, told) => ({
  reason: await sealOf(told)('destruction.reason', reason),
}));

/** How what people of an operator say becomes a command. */
export const WORDINGS = {
  NotifyAcceptance: wording(
    async (
      notice: {
        readonly answer: AcceptanceAnswer;
        readonly missing?: readonly MissingItem[];
        readonly reason?: string;
        readonly contact: ContactWay;
        readonly notifiedAt?: string;
      },
      told,
    ) => ({
      ...notice,
      missing: notice.missing ?? [],
      reason: notice.reason ? await sealOf(told)('acceptance.reason', notice.reason) : undefined,
    }),
    'notifiedAt',
  ),
  ReceiveSupplement: wording(
    async (
      {
        items,
        note,
        receivedAt,
      }: { readonly items: readonly MissingItem[]; readonly note: string; readonly receivedAt?: string },
      told,
    ) => ({ items, receivedAt, note: await sealOf(told)('supplement.note', note) }),
    'receivedAt',
  ),
  AssignCase: wording(({ responsible }: { readonly responsible: string }) => ({ responsible })),
  RecordInvestigation: wording(
    async (input: InvestigationInput, told) => ({
      recordId: uuidv5('investigation', told.request.commandId),
      ...(await investigationOf(input, sealOf(told))),
    }),
    'heldAt',
  ),
  MediateInternally: wording(
    async (input: MediationInput, told) => ({
      recordId: uuidv5('mediation', told.request.commandId),
      ...(await mediationOf(input, sealOf(told))),
    }),
    'heldAt',
  ),
  RecordOutcome: wording(async (input: OutcomeInput, told) => outcomeOf(input, sealOf(told)), 'decidedAt'),
  ArchiveCase: wording(
    (input: { readonly archivedAt?: string; readonly retentionYears?: number }) => input,
    'archivedAt',
  ),
  ProposeDestruction: reason,
  RefuseDestruction: reason,
  ApproveDestruction: wording((_: object) => ({})),
  CorrectRecord: wording(async (input: CorrectionInput, told) => ({
    correctionId: uuidv5('correction', told.request.commandId),
    reason: await sealOf(told)('correction.reason', input.reason),
    change: await changeOf(input, told),
  })),
  DiscloseContact: wording(async ({ purpose }: { readonly purpose: string }, told) => ({
    purpose: await sealOf(told)('disclosure.purpose', purpose),
  })),
} satisfies WordingsOf<Omit<DirectComplaintCommands, 'ReceiveComplaint'>, Told>;

export type SaidType = keyof typeof WORDINGS;
/** What a person says for that command, in clear. */
export type InputOf<Type extends SaidType> = Parameters<(typeof WORDINGS)[Type]['words']>[0];

/** What is said of a complaint stands under the complaint's own key: it does not go with the complainant's. */
function sealOf({ sealFor, request }: Told): Seal {
  return sealFor(request.id);
}

/** The record of an intake, with the complainant under a key of his own. */
export async function intakeOf(
  input: Omit<IntakeInput, 'receivedAt'>,
  subject: string,
  complaintId: string,
  sealFor: SealFor,
): Promise<Omit<Intake, 'way' | 'receivedAt'>> {
  const seal = sealFor(complaintId);
  return {
    complainant: { subject, ...(await sealEach(sealFor(subject), 'complainant', { ...input.complainant })) },
    concerned: input.concerned,
    ...(await textsOf(input, seal)),
    facts: await seal('direct.facts', input.facts),
  };
}

async function textsOf({ claim, explanation }: Partial<IntakeInput>, seal: Seal) {
  return {
    ...(claim ? { claim: await seal('direct.claim', claim) } : {}),
    ...(explanation ? { explanation: await seal('direct.explanation', explanation) } : {}),
  };
}

async function investigationOf<Input extends InvestigationInput>(
  input: Input,
  seal: Seal,
): Promise<Omit<Investigation, 'heldAt'> & Pick<Input, 'heldAt'>> {
  return {
    heldAt: input.heldAt,
    investigators: input.investigators,
    facts: await seal('investigation.facts', input.facts),
    evidence: await sealAll(seal, 'investigation.evidence', input.evidence),
  };
}

async function mediationOf<Input extends MediationInput>(
  { heldAt, mediator, branch, agreed, record }: Input,
  seal: Seal,
): Promise<Omit<Mediation, 'heldAt'> & Pick<Input, 'heldAt'>> {
  return { heldAt, mediator, branch, agreed, record: await seal('mediation.record', record) };
}

async function outcomeOf<Input extends OutcomeInput>(
  { kind, decidedAt, opinion, agreement, paidFen }: Input,
  seal: Seal,
): Promise<Omit<Outcome, 'decidedAt'> & Pick<Input, 'decidedAt'>> {
  return {
    kind,
    decidedAt,
    opinion: await seal('outcome.opinion', opinion),
    ...(agreement ? { agreement: await seal('outcome.agreement', agreement) } : {}),
    ...(paidFen === undefined ? {} : { paidFen }),
  };
}

/** The one of the four that is given; its shape has been checked. */
async function changeOf(input: CorrectionInput, told: Told): Promise<Change> {
  const seal = sealOf(told);
  const { investigation, mediation, outcome } = input;
  if (investigation) {
    const { recordId, ...said } = investigation;
    return { of: 'investigation', recordId, investigation: await investigationOf(said, seal) };
  }
  if (mediation) {
    const { recordId, ...said } = mediation;
    return { of: 'mediation', recordId, mediation: await mediationOf(said, seal) };
  }
  if (outcome) return { of: 'outcome', outcome: await outcomeOf(outcome, seal) };
  return { of: 'intake', intake: await intakeChangeOf(input.intake ?? {}, told) };
}

/** What is not named stays as it was, also of the complainant's own particulars. */
async function intakeChangeOf(
  said: Partial<IntakeInput>,
  { sealFor, state, request }: Told,
): Promise<IntakeChange> {
  const seal = sealFor(request.id);
  const { complainant } = state.registration;
  const named = await sealEach(sealFor(complainant.subject), 'complainant', { ...said.complainant });
  return {
    ...(said.receivedAt ? { receivedAt: said.receivedAt } : {}),
    ...(said.complainant ? { complainant: { ...complainant, ...named } } : {}),
    ...(said.concerned ? { concerned: said.concerned } : {}),
    ...(said.facts ? { facts: await seal('direct.facts', said.facts) } : {}),
    ...(await textsOf(said, seal)),
  };
}
