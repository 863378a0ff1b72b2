import type { JsonObject, Sealed } from '#kernel';
import { certaintyOf, type CaseClass } from '#rulebook';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { depositContents } from '../deposit/contents.js';
import { investigationContents } from '../investigation/contents.js';
import { mediationContents } from '../mediation/contents.js';
import { outcomeContents } from '../outcome/contents.js';
import { settlementContents } from '../settlement/contents.js';
import { pinnedOf, rulebooksOf } from '../case/rulebooks.js';
import type { DocumentKind } from './documents.js';
import {
  handedOn,
  referral,
  rejection,
  supplement,
  toComplainant,
  toRespondent,
  transfer,
} from './notices.js';
import type { ReplyPart } from '../reply/facts.js';
import { isDecided, type DecidedComplaint, type RegisteredComplaint } from '../case/state.js';

/**
 * What a document says, taken from the case when it is drafted (documents.md D04–D17). Words and layout come
 * from templates; here are only the facts.
 */
export function contentsOf(
  { kind, about, note, materials = [] }: CommandOf<'DraftDocument'>['data'],
  state: RegisteredComplaint,
  context: Context,
): JsonObject {
  const { registration } = state;
  return {
    caseNumber: registration.number,
    respondent: registration.respondent.name,
    ...(note ? { note: { ...note } } : {}),
    ...(kind === 'D07' || kind === 'D08' ? { materials: materialList(state, materials) } : {}),
    ...particulars(kind, about, state, context),
  };
}

function particulars(
  kind: DocumentKind,
  about: string | undefined,
  state: RegisteredComplaint,
  context: Context,
): JsonObject {
  if (kind === 'D09') return supplement(state);
  if (!isDecided(state)) return {};
  switch (kind) {
    case 'D04':
      return {
        ...acceptance(state),
        disposal: termsOf(state, context, 'DL-DISPOSE'),
        ...toComplainant(state, context),
      };
    case 'D05':
      return {
        ...acceptance(state),
        copyOfComplaint: true,
        attachments: state.registration.evidence.length,
        replyWithin: termsOf(state, context, 'DL-REPLY'),
        replyMustState: requiredReplyParts(state),
        silence: 'case-continues',
        ...toRespondent(state),
      };
    case 'D06':
      return {
        reasons: [...state.decision.reasons],
        remedies: [...state.decision.remedies],
        ...rejection(state, context),
      };
    case 'D07':
      return {
        receiver: state.decision.receiver ?? null,
        reportWithin: termsOf(state, context, 'DL-REFER-RESULT'),
        ...referral(context),
      };
    case 'D08':
      return {
        receiver: state.decision.receiver ?? null,
        resultRequested: true,
        ...transfer(state, context),
      };
    case 'D08C':
      return handedOn(state, context);
    case 'D10':
    case 'D11':
      return investigationContents(kind, about, state);
    case 'D12':
    case 'D14':
      return mediationContents(kind, about, state, context);
    case 'D13':
      return settlementContents(state);
    case 'D15':
    case 'D15R':
      return outcomeContents(kind, state);
    case 'D16':
    case 'D17':
      return depositContents(kind, state);
    case 'D18':
      return revocation(state);
  }
}

function revocation({ revocation: revoked }: DecidedComplaint): JsonObject {
  if (!revoked) return {};
  return {
    revokedAt: revoked.revokedAt,
    ground: revoked.ground,
    article: revoked.article,
    evidence: revoked.evidence.map((piece) => ({ ...piece })),
    reason: { ...revoked.reason },
  };
}

function acceptance(state: DecidedComplaint): JsonObject {
  return { acceptedAt: state.decision.decidedAt, handlers: [...state.handlers] };
}

/** G12, G13: what goes along (移送材料清单): the complaint, each piece of its evidence, and what the handler adds. */
function materialList({ registration }: RegisteredComplaint, more: readonly Sealed[]): JsonObject {
  const { evidence } = registration;
  return {
    complaint: 1,
    evidence: evidence.length,
    items: [...evidence, ...more].map((item) => ({ ...item })),
  };
}

function isFor(appliesTo: CaseClass, state: DecidedComplaint): boolean {
  return appliesTo === 'all' || appliesTo === state.decision.caseClass;
}

/** The terms that the case's rulebooks set for a case of its class, each with its article and how sure it is. */
function termsOf(state: DecidedComplaint, context: Context, code: string): JsonObject[] {
  return rulebooksOf(pinnedOf(state), context).flatMap(({ id, terms }) =>
    terms
      .filter((term) => term.code === code && isFor(term.appliesTo, state))
      .map((term) => ({
        rulebook: id,
        amount: term.amount,
        unit: term.unit,
        article: term.article,
        verification: certaintyOf(term),
      })),
  );
}

/**
 * A10: what a reply must state. B08 asks every operator (旅游经营单位) for three parts: the cause, the facts with their evidence,
 * how it will be handled. Only a travel agency owes the four of G18, when the office accepted the complaint itself.
 */
export function requiredReplyParts(state: RegisteredComplaint): ReplyPart[] {
  const { respondent, channel } = state.registration;
  return respondent.kind === 'travel-agency' && channel !== 'transferred'
    ? ['verification-process', 'facts-and-evidence', 'liability', 'proposed-handling']
    : ['cause', 'facts-and-evidence', 'proposed-handling'];
}
