import { ACTS } from './acts.js';
import type { CaseCommandType } from './commands.js';
import type { Context } from './context.js';
import { guard } from './decider.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../documents/documents.js';
import { documentCanBeDrafted, documentCanBeIssued } from '../documents/drafting.js';
import type { ComplaintRefusal } from './refusals.js';
import { documentCanBePublished } from '../documents/publication.js';
import { receiptCanBeFiled } from '../documents/service.js';
import { documentCanBeServed } from '../documents/serving.js';
import { subjectsOf } from '../documents/subjects.js';
import type { RegisteredComplaint } from './state.js';

/** Something a person could ask of the case now, and why not if he cannot. */
export interface PossibleAction {
  readonly action: CaseCommandType;
  /** Fields of its address, or of its body, that say which thing of the case it is about. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The document it is about. */
  readonly documentId?: string;
  readonly documentKind?: string;
  /** Where a case can have several of a kind: what the document is about. */
  readonly about?: string;
  /** Whom this copy of it is for, where it is for several. */
  readonly addressee?: string;
  readonly refusal?: ComplaintRefusal;
}

const OF_A_DOCUMENT: readonly CaseCommandType[] = [
  'DraftDocument',
  'IssueDocument',
  'SendDocument',
  'RecordServiceAttempt',
  'PublishDocument',
  'RecordService',
  'FileReceipt',
];
/** What only the operator complained of does, … */
const OF_THE_RESPONDENT = ['AssignRespondent', 'RecordRespondentInvestigation'] as const;
/** … and what it does as well as the office. */
export const RESPONDENT_ACTIONS = [
  ...OF_THE_RESPONDENT,
  'RecordReply',
  'ReportSettlement',
  'AttachEvidence',
] as const;
/** Asked of each document, or of others. */
const NOT_ASKED: readonly CaseCommandType[] = [...OF_A_DOCUMENT, ...OF_THE_RESPONDENT];

function isAskedBy({ actor }: Context, action: CaseCommandType): boolean {
  return actor.operator === undefined
    ? ACTS[action].by !== 'system' && !NOT_ASKED.includes(action)
    : (RESPONDENT_ACTIONS as readonly CaseCommandType[]).includes(action);
}

/** What can be done now, and for everything else the rule that stands against it. */
export function possibleActions(state: RegisteredComplaint, context: Context): PossibleAction[] {
  const general = (Object.keys(ACTS) as CaseCommandType[])
    .filter((action) => isAskedBy(context, action))
    .flatMap((action) => {
      const refusal = guard(action, state, context);
      const things = ACTS[action].each?.(state, context);
      if (things === undefined) return [possible({ action }, refusal)];
      return things.map(({ parameters, refusal: ofThing }) =>
        possible({ action, parameters }, refusal ?? ofThing ?? null),
      );
    });
  if (context.actor.operator !== undefined) return general;
  return [...general, ...drafts(state, context), ...deliveries(state, context)];
}

function possible(action: PossibleAction, refusal: ComplaintRefusal | null): PossibleAction {
  return refusal ? { ...action, refusal } : action;
}

function drafts(state: RegisteredComplaint, context: Context): PossibleAction[] {
  const stands = guard('DraftDocument', state, context);
  return DOCUMENT_KINDS.flatMap((documentKind) =>
    draftsOf(state, documentKind).map((about) =>
      possible(
        { action: 'DraftDocument', documentKind, ...(about === undefined ? {} : { about }) },
        stands ?? documentCanBeDrafted(state, documentKind, about),
      ),
    ),
  );
}

/** One draft for each thing that the case has several of; one, and the reason against it, where it has none. */
function draftsOf(state: RegisteredComplaint, kind: DocumentKind): readonly (string | undefined)[] {
  const subjects = subjectsOf(state, kind);
  return subjects === null || subjects.length === 0 ? [undefined] : subjects;
}

function deliveries(state: RegisteredComplaint, context: Context): PossibleAction[] {
  return state.documents
    .filter(({ superseded }) => !superseded)
    .flatMap((document) => {
      const { documentId, kind: documentKind, addressee, copyOf } = document;
      const about = { documentId, documentKind, ...(addressee === undefined ? {} : { addressee }) };
      const served = documentCanBeServed(document);
      const stands: readonly (readonly [CaseCommandType, ComplaintRefusal | null])[] = [
        ...(copyOf === undefined
          ? [['IssueDocument', documentCanBeIssued(state, document, context)] as const]
          : []),
        ['SendDocument', served],
        ['RecordServiceAttempt', served],
        ['PublishDocument', documentCanBePublished(document)],
        ['RecordService', served],
        ['FileReceipt', receiptCanBeFiled(document)],
      ];
      return stands.map(([action, refusal]) =>
        possible({ action, ...about }, guard(action, state, context) ?? refusal),
      );
    });
}
