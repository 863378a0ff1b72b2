import type { DocumentKind } from '../documents/documents.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { Resumption } from './facts.js';

/** What a case keeps whatever becomes of it. */
const ALWAYS = [
  'registration',
  'movedTo',
  'clocks',
  'supplements',
  'documents',
  'reviewer',
  'returns',
  'disclosures',
  'reviewers',
  'leads',
  'nonCooperation',
  'responsibilities',
  'reopenings',
];
/** What an accepted case keeps besides. */
const ACCEPTED = ['review', 'decision', 'handlers', 'filing', 'reply', 'replyOverdueAt', 'oralNotices'];

/** Documents that still stand in a case that goes on there. */
export function standingDocuments(into: Resumption): readonly DocumentKind[] {
  return into === 'under-review' ? ['D09'] : ['D04', 'D05', 'D09'];
}

/** Parts what still stands from what the case had come to before it was reopened. */
export function partedForReopening(
  state: RegisteredComplaint,
  into: Resumption,
): { readonly standing: RegisteredComplaint; readonly course: object } {
  const kept = new Set(into === 'under-review' ? ALWAYS : [...ALWAYS, ...ACCEPTED]);
  const fields = Object.entries(state).filter(([name]) => name !== 'phase');
  const documents = state.documents.map((document) =>
    standingDocuments(into).includes(document.kind)
      ? document
      : { ...document, superseded: true, earlier: true as const },
  );
  const standing = Object.fromEntries(fields.filter(([name]) => kept.has(name)));
  return {
    standing: { ...standing, phase: state.phase, documents } as unknown as RegisteredComplaint,
    course: Object.fromEntries(fields.filter(([name]) => !kept.has(name))),
  };
}
