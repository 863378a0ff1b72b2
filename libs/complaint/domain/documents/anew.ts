import type { RegisteredComplaint } from '../case/state.js';
import { DOCUMENTS, type CaseDocument, type DocumentKind } from './documents.js';

/** What has left the office: sent, tried, published or served. */
export function hasGoneOut({ sentAt, attempts, publication, service }: CaseDocument): boolean {
  return (sentAt ?? attempts ?? publication ?? service) !== undefined;
}

/**
 * H17: a document that reached a party under a wrong name, or with a wrong address, may be issued and served anew once that has
 * been put right. It is an addition to the file: the first service stands, with every term that it began or met.
 * @returns the first one; undefined where there is nothing to be served anew
 */
export function servedUnderWrongName(
  { documents }: RegisteredComplaint,
  kind: DocumentKind,
  about?: string,
): CaseDocument | undefined {
  const { to } = DOCUMENTS[kind];
  if (!to.includes('complainant') && !to.includes('respondent')) return undefined;
  const standing = documents.filter(
    (one) => one.kind === kind && one.about === about && !one.superseded && !one.earlier,
  );
  const first = standing.find(({ service, inPlaceOf }) => service !== undefined && inPlaceOf === undefined);
  const underWay = standing.some((one) => one.service === undefined && hasGoneOut(one));
  const last = standing.at(-1);
  const isToCome = last?.number === undefined || last.correctedSince !== undefined;
  return first && isToCome && !underWay ? first : undefined;
}
