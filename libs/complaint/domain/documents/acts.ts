import type { Acts } from '../case/act.js';
import { DECIDED, DISPOSED } from '../case/phases.js';
import type { DocumentsCommands } from './commands.js';
import { draftDocument, hasInHand, issueDocument } from './drafting.js';
import { recordServiceAttempt } from './attempts.js';
import { publishDocument } from './publication.js';
import { fileReceipt, recordService, sendDocument } from './service.js';

/** What has documents of its own still to come. */
const DRAFTING = [
  'awaiting-supplement',
  'accepted',
  'filed',
  'under-investigation',
  'mediating',
  ...DISPOSED,
  'rejected',
  'transferred-out',
  'referred-down',
] as const;
/** Proof of a service can come when the case has gone on. */
const DELIVERY = ['awaiting-supplement', 'under-review', 'awaiting-approval', ...DECIDED] as const;
/** A receipt can come back when the case is over. */
const AFTERWARDS = ['rejection-served', 'transfer-concluded', 'referral-concluded'] as const;

export const documentsActs: Acts<DocumentsCommands> = {
  DraftDocument: { from: DRAFTING, to: ['same'], guard: hasInHand, decide: draftDocument },
  /** In `accepted` the answer is that the case has to be filed first (G14). */
  IssueDocument: { from: DRAFTING, to: { accepted: [] }, decide: issueDocument },
  SendDocument: { from: DELIVERY, to: ['same'], guard: hasInHand, decide: sendDocument },
  RecordServiceAttempt: { from: DELIVERY, to: ['same'], guard: hasInHand, decide: recordServiceAttempt },
  PublishDocument: { from: DELIVERY, to: ['same'], guard: hasInHand, decide: publishDocument },
  RecordService: {
    from: DELIVERY,
    to: { filed: ['same', 'awaiting-reply', 'under-investigation'], rejected: ['same', 'rejection-served'] },
    guard: hasInHand,
    decide: recordService,
  },
  FileReceipt: { from: [...DELIVERY, ...AFTERWARDS], to: ['same'], guard: hasInHand, decide: fileReceipt },
};
