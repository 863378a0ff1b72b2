import type { DocumentKind } from '../documents/documents.js';
import type { DecidedCase, RegisteredComplaint } from '../case/state.js';
import type { Resumption } from './facts.js';

/** Whether a fact of a case still stands when the case is reopened: always, in an accepted case, or not at all. */
const STANDS: Readonly<Record<keyof DecidedCase, 'always' | 'if-accepted' | 'no'>> = {
  registration: 'always',
  moves: 'always',
  clocks: 'always',
  supplements: 'always',
  documents: 'always',
  attachments: 'always',
  pauses: 'always',
  extensions: 'always',
  corrections: 'always',
  reviewer: 'always',
  returns: 'always',
  disclosures: 'always',
  callbacks: 'always',
  impossibleCalls: 'always',
  agents: 'always',
  representatives: 'always',
  waivers: 'always',
  recusals: 'always',
  reviewers: 'always',
  leads: 'always',
  links: 'always',
  nonCooperation: 'always',
  responsibilities: 'always',
  reopenings: 'always',
  disputes: 'always',
  designation: 'always',
  earlier: 'always',
  duty: 'always',
  urges: 'always',
  jurisdiction: 'if-accepted',
  review: 'if-accepted',
  decision: 'if-accepted',
  handlers: 'if-accepted',
  filing: 'if-accepted',
  respondentSide: 'always',
  reply: 'if-accepted',
  replyOverdueAt: 'if-accepted',
  oralNotices: 'if-accepted',
  investigation: 'if-accepted',
  settlementOverdueAt: 'if-accepted',
  settlements: 'no',
  mediation: 'no',
  ruling: 'no',
  termination: 'no',
  deposit: 'no',
  withdrawal: 'no',
  revocation: 'no',
  immediateAction: 'no',
  concludedAt: 'no',
  result: 'no',
  closings: 'no',
  archive: 'no',
  handover: 'no',
  handedOver: 'no',
};

/** Documents that still stand in a case that goes on there. */
export function standingDocuments(into: Resumption): readonly DocumentKind[] {
  return into === 'under-review' ? ['D09'] : ['D04', 'D05', 'D09', 'D10', 'D11'];
}

/** Parts what still stands from what the case had come to before it was reopened. */
export function partedForReopening(
  state: RegisteredComplaint,
  into: Resumption,
): { readonly standing: RegisteredComplaint; readonly course: object } {
  const { phase, ...facts } = state;
  const stands = (name: string): boolean => {
    const when = STANDS[name as keyof DecidedCase];
    return when === 'always' || (when === 'if-accepted' && into !== 'under-review');
  };
  const part = (standing: boolean): object =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => stands(name) === standing));
  const documents = state.documents.map((document) =>
    standingDocuments(into).includes(document.kind)
      ? document
      : { ...document, superseded: true, earlier: true as const },
  );
  return {
    standing: { ...part(true), phase, documents } as unknown as RegisteredComplaint,
    course: part(false),
  };
}
