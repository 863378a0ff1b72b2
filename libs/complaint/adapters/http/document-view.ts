import { maskName } from '#platform/personal-data';
import type { CaseDocument } from '../../domain/index.js';
import type { PersonalView } from './personal-view.js';

/** A document with who took it masked. */
export async function documentView(document: CaseDocument, view: PersonalView) {
  const { service } = document;
  return {
    ...document,
    contents: await view.deep(document.contents),
    service: service && {
      ...service,
      recipient: await view.masked(service.recipient, maskName),
      witnesses: await Promise.all(
        (service.witnesses ?? []).map((witness) => view.masked(witness, maskName)),
      ),
    },
  };
}
