import { all, type Acts } from '../case/act.js';
import { DECIDED, DISPOSED, IN_HAND } from '../case/phases.js';
import type { DocumentsCommands } from './commands.js';
import { draftDocument, hasInHand, issueDocument } from './drafting.js';
import { recordServiceAttempt } from './attempts.js';
import { oralFormIsKnown, oralNoticeIsOpen, recordOralNotice } from './oral-notice.js';
import { publishDocument } from './publication.js';
import { fileReceipt, recordService, sendDocument } from './service.js';

/** What has documents of its own still to come, or had some that may have to be served anew (H17). */
const DRAFTING = [
  'awaiting-supplement',
  'accepted',
  'filed',
  'awaiting-reply',
  'under-investigation',
  'facts-established',
  'mediating',
  'mediation-failed',
  ...DISPOSED,
  'rejected',
  'rejection-served',
  'transferred-out',
  'referred-down',
  'revoked',
  'transfer-concluded',
  'referral-concluded',
] as const;
/** Proof of a service can come when the case has gone on. */
const DELIVERY = [
  'awaiting-supplement',
  'under-review',
  'awaiting-approval',
  'awaiting-designation',
  ...IN_HAND,
] as const;
/** A publication needs its days: it has them as long as the case is not about to be closed. */
const PUBLICATION = [
  'awaiting-supplement',
  'under-review',
  'awaiting-approval',
  ...DECIDED,
  'withdrawn',
  'revoked',
] as const;

export const documentsActs: Acts<DocumentsCommands> = {
  DraftDocument: { from: DRAFTING, to: ['same'], guard: hasInHand, decide: draftDocument },
  /** In `accepted` the answer is that the case has to be filed first (G14). */
  IssueDocument: { from: DRAFTING, to: { accepted: [] }, decide: issueDocument },
  SendDocument: { from: DELIVERY, to: ['same'], guard: hasInHand, decide: sendDocument },
  RecordServiceAttempt: { from: DELIVERY, to: ['same'], guard: hasInHand, decide: recordServiceAttempt },
  PublishDocument: { from: PUBLICATION, to: ['same'], guard: hasInHand, decide: publishDocument },
  RecordOralNotice: {
    from: ['filed', 'rejected'],
    to: { filed: ['same', 'awaiting-reply', 'under-investigation'], rejected: ['rejection-served'] },
    guard: all(hasInHand, oralFormIsKnown, oralNoticeIsOpen),
    decide: recordOralNotice,
  },
  RecordService: {
    from: DELIVERY,
    to: { filed: ['same', 'awaiting-reply', 'under-investigation'], rejected: ['same', 'rejection-served'] },
    guard: hasInHand,
    decide: recordService,
  },
  FileReceipt: { from: DELIVERY, to: ['same'], guard: hasInHand, decide: fileReceipt },
};
