import type { JsonObject } from '#kernel';
import type { DocumentKind } from '#complaint';
import type { Answer, OfficeClient } from './office-client.js';

/** Where each act goes; `{document}` is the id of the case's newest document of a kind. */
export const ACTS = {
  'begin-review': 'review-start',
  'request-supplement': 'supplement-requests',
  'receive-supplement': 'supplements',
  'complete-review': 'preliminary-review',
  'return-review': 'review-return',
  decide: 'acceptance-decision',
  assign: 'handlers',
  'request-filing': 'filing-request',
  'approve-filing': 'filing-approval',
  draft: 'documents',
  issue: 'documents/{document}/issue',
  dispatch: 'documents/{document}/dispatch',
  serve: 'documents/{document}/service',
  reply: 'reply',
  urge: 'urges',
  'answer-urge': 'urge-answer',
} as const;
export type Act = keyof typeof ACTS;

/** One act on a case, as it is to be sent. */
export interface CaseAct {
  readonly by: string;
  readonly act: Act;
  readonly document?: DocumentKind;
  readonly body?: JsonObject;
  readonly key: string;
  /** Sent instead of the revision that the case now has. */
  readonly ifMatch?: number;
}

/** The case as its reader sees it. */
export interface CaseRead {
  readonly revision: number;
  readonly phase: string;
  readonly number: string;
  readonly documents: readonly {
    readonly documentId: string;
    readonly kind: string;
    readonly superseded: boolean;
    readonly service?: object;
  }[];
  /** The case that another office opened for this one. */
  readonly handover?: { readonly receiving?: { readonly complaintId: string } };
}

const TRIES = 5;

export async function readCase(client: OfficeClient, by: string, id: string): Promise<CaseRead> {
  const answer = await client.get(by, `/v1/complaints/${id}`);
  if (answer.status !== 200)
    throw new Error(`${by} cannot read the case: ${answer.status} ${answer.problem}`);
  return answer.body as unknown as CaseRead;
}

/** Sends the act with the revision the case has; again when a timer was faster. */
export async function actOn(client: OfficeClient, id: string, act: CaseAct, read: CaseRead): Promise<Answer> {
  let revision = act.ifMatch ?? read.revision;
  for (let tries = 1; ; tries += 1) {
    const path = `/v1/complaints/${id}/${pathOf(act, read)}`;
    const answer = await client.post(act.by, path, act.body ?? {}, { ifMatch: revision, key: act.key });
    if (answer.status !== 412 || act.ifMatch !== undefined || tries === TRIES) return answer;
    revision = (await readCase(client, act.by, id)).revision;
  }
}

function pathOf({ act, document }: CaseAct, { documents }: CaseRead): string {
  const path = ACTS[act];
  if (!path.includes('{document}')) return path;
  const found = documents.findLast(({ kind, superseded }) => kind === document && !superseded);
  if (!found) throw new Error(`the case has no document ${document}`);
  return path.replace('{document}', found.documentId);
}
