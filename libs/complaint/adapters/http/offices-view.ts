import { maskName, type PersonalView } from '#platform/personal-data';
import type { Handover, RegisteredComplaint, Round } from '../../domain/index.js';
import { documentView } from './document-view.js';

/** What of a case lies between offices: where it came from, where it went, what a superior said. */
export async function officesView(
  state: RegisteredComplaint,
  view: PersonalView,
  between: PersonalView,
): Promise<object> {
  const { registration } = state;
  return {
    harmDivision: registration.harmDivision,
    origin: registration.origin,
    jurisdiction: await between.deep(state.jurisdiction),
    disputes: await between.deep(state.disputes),
    designation: await between.deep(state.designation),
    earlier:
      state.earlier && (await Promise.all(state.earlier.map((round) => roundView(round, view, between)))),
    handover: await handoverView(state.handover, between),
    duty: await between.deep(state.duty),
    handedOver: await between.deep(state.handedOver),
    urges: await between.deep(state.urges),
    extensions: await between.deep(state.extensions),
  };
}

/** An earlier decision, with what was done by it and how it came to nothing. */
async function roundView(round: Round, view: PersonalView, between: PersonalView): Promise<object> {
  const { review, jurisdiction, decision, handlers, documents, handover, concludedAt, result, undone } =
    round;
  return {
    review: await view.deep(review),
    jurisdiction: await between.deep(jurisdiction),
    decision: await view.deep(decision),
    handlers,
    documents: await Promise.all(documents.map((document) => documentView(document, view))),
    handover: await handoverView(handover, between),
    concludedAt,
    result: await between.text(result),
    undone: await between.deep(undone),
  };
}

/** Who signed for a file is a person: the name is masked. */
async function handoverView(
  handover: Handover | undefined,
  between: PersonalView,
): Promise<object | undefined> {
  if (!handover) return undefined;
  const { receipt, ...rest } = handover;
  return {
    ...((await between.deep(rest)) as object),
    receipt: receipt && { ...receipt, receivedBy: await between.masked(receipt.receivedBy, maskName) },
  };
}
