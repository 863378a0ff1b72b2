import { maskName, type PersonalView } from '#platform/personal-data';
import type { CaseDocument, Service, ServiceAttempt } from '../../domain/index.js';

/** Fields that name somebody, wherever they stand. */
export const NAMES = {
  'complainant.name': maskName,
  'service.recipient': maskName,
  'service.witness': maskName,
  'summons.person': maskName,
  'investigation.person': maskName,
};

/** A document as a person may see it. */
export async function documentView(document: CaseDocument, view: PersonalView) {
  const { service, attempts } = document;
  return {
    ...document,
    contents: await view.deep(document.contents, NAMES),
    attempts: attempts && (await Promise.all(attempts.map((attempt) => withNames(attempt, view)))),
    service: service && {
      ...(await withNames(service, view)),
      recipient: await view.masked(service.recipient, maskName),
    },
  };
}

/** What was seen at a service, or at an attempt: names of witnesses are masked, the rest is free text. */
async function withNames(seen: Service | ServiceAttempt, view: PersonalView): Promise<object> {
  const { witnesses = [], ...rest } = seen;
  return {
    ...((await view.deep(rest)) as object),
    witnesses: await Promise.all(witnesses.map((witness) => view.masked(witness, maskName))),
  };
}
