import { ACTS } from './acts.js';
import type { CaseCommandType } from './commands.js';
import type { Context } from './context.js';
import { guard } from './decider.js';
import { DOCUMENT_KINDS } from '../documents/documents.js';
import { documentCanBeDrafted, documentCanBeIssued } from '../documents/drafting.js';
import type { ComplaintRefusal } from './refusals.js';
import { documentCanBePublished } from '../documents/publication.js';
import { receiptCanBeFiled } from '../documents/service.js';
import { documentCanBeServed } from '../documents/serving.js';
import type { RegisteredComplaint } from './state.js';

/** Something a person could ask of the case now, and why not if he cannot. */
export interface PossibleAction {
  readonly action: CaseCommandType;
  /** Fields of its address that say which thing of the case it is about. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The document it is about. */
  readonly documentId?: string;
  readonly documentKind?: string;
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
const NOT_ASKED: readonly CaseCommandType[] = ['RingClock', ...OF_A_DOCUMENT];

/** What can be done now, and for everything else the rule that stands against it. */
export function possibleActions(state: RegisteredComplaint, context: Context): PossibleAction[] {
  const general = (Object.keys(ACTS) as CaseCommandType[])
    .filter((action) => !NOT_ASKED.includes(action))
    .flatMap((action) => {
      const refusal = guard(action, state, context);
      const things = ACTS[action].each?.(state, context);
      if (things === undefined) return [possible({ action }, refusal)];
      return things.map(({ parameters, refusal: ofThing }) =>
        possible({ action, parameters }, refusal ?? ofThing ?? null),
      );
    });
  return [...general, ...drafts(state, context), ...deliveries(state, context)];
}

function possible(action: PossibleAction, refusal: ComplaintRefusal | null): PossibleAction {
  return refusal ? { ...action, refusal } : action;
}

function drafts(state: RegisteredComplaint, context: Context): PossibleAction[] {
  return DOCUMENT_KINDS.map((documentKind) =>
    possible(
      { action: 'DraftDocument', documentKind },
      guard('DraftDocument', state, context) ?? documentCanBeDrafted(state, documentKind),
    ),
  );
}

function deliveries(state: RegisteredComplaint, context: Context): PossibleAction[] {
  return state.documents
    .filter(({ superseded }) => !superseded)
    .flatMap((document) => {
      const about = { documentId: document.documentId, documentKind: document.kind };
      const served = documentCanBeServed(document);
      const stands: readonly (readonly [CaseCommandType, ComplaintRefusal | null])[] = [
        ['IssueDocument', documentCanBeIssued(state, document, context)],
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
