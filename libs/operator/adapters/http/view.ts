import { maskAddress, maskName, maskPhone, type PersonalView } from '#platform/personal-data';
import type { ReceivedComplaint } from '../../domain/index.js';

/** A direct complaint as people of its operator see it: free text opened, names and contacts masked. */
export async function directView(
  state: ReceivedComplaint,
  revision: number,
  view: PersonalView,
): Promise<object> {
  const { registration } = state;
  const { complainant } = registration;
  return {
    id: registration.complaintId,
    number: registration.number,
    revision,
    phase: state.phase,
    operator: registration.operator,
    way: registration.way,
    receivedAt: registration.receivedAt,
    registeredAt: registration.registeredAt,
    registeredBy: registration.registeredBy,
    complainant: {
      name: await view.masked(complainant.name, maskName),
      phone: await view.masked(complainant.phone, maskPhone),
      address: await view.masked(complainant.address, maskAddress),
    },
    concerned: registration.concerned,
    facts: await view.text(registration.facts),
    claim: await view.text(registration.claim),
    explanation: await view.text(registration.explanation),
    notices: await view.deep(state.notices),
    supplements: await view.deep(state.supplements),
    responsible: state.responsible,
    investigations: await view.deep(state.investigations),
    mediations: await view.deep(state.mediations),
    outcome: await view.deep(state.outcome),
    archive: state.archive,
    destructions: await view.deep(state.destructions),
    corrections: await view.deep(state.corrections),
    disclosures: await view.deep(state.disclosures),
  };
}

/** What is left of a file that has been destroyed: that it was, and by whom; nothing that it said. */
export function destroyedView(state: ReceivedComplaint, revision: number): object {
  const { registration, archive, destructions } = state;
  const { complaintId, number, operator, way, receivedAt, registeredAt, registeredBy } = registration;
  const last = destructions.at(-1);
  return {
    ...{ id: complaintId, number, revision, phase: state.phase },
    ...{ operator, way, receivedAt, registeredAt, registeredBy, archive },
    destroyed: last && { proposedBy: last.proposedBy, approvedBy: last.approvedBy, at: last.destroyedAt },
  };
}

/** The complainant's contact in full. Whoever asks for it has been recorded. */
export async function contactView({ registration }: ReceivedComplaint, view: PersonalView): Promise<object> {
  const { name, phone, address } = registration.complainant;
  return {
    name: await view.text(name),
    phone: await view.text(phone),
    address: await view.text(address),
  };
}
