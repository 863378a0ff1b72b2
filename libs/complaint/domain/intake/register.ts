import type { Instant } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, starting } from '../case/happenings.js';
import { startClocks } from '../clocks/ledger.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { Complaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { overrunForeseen } from './overrun.js';

/** Before the first statutory rulebook of the product nothing can be received. */
const FIRST_RECEIPT = '2010-06-30T16:00:00.000Z';

/**
 * G01, G02: one register for everything that comes in. An incomplete complaint is registered too (what it
 * lacks is asked for afterwards, G08); the office's stages run from registration, the law's from receipt (A01).
 */
export function register(
  state: Complaint,
  data: CommandOf<'RegisterComplaint'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const refusal = checkReceipt(data.receivedAt, context) ?? checkParties(data);
  if (refusal) return refusal;
  const internal = context.rulebook(data.rulebooks.internal);
  const statutory = context.rulebook(data.rulebooks.statutory);
  return unfold(
    state,
    [
      {
        type: 'ComplaintRegistered',
        data: { ...data, registeredAt: context.now, registeredBy: context.actor.id },
      },
    ],
    startClocks([], context.calendar, [internal, statutory], {
      fact: 'complaint-registered',
      at: (rulebook) => (rulebook.kind === 'internal' ? context.now : data.receivedAt),
      caseClass: 'all',
      office: data.office,
    }),
    receivedFromAbove(data, context),
    overrunForeseen(
      context.calendar,
      { receivedAt: data.receivedAt, registeredAt: context.now },
      internal,
      statutory,
    ),
  );
}

/** A15: a referred case is reported on within the term that runs from its dispatch. */
function receivedFromAbove({ origin }: CommandOf<'RegisterComplaint'>['data'], context: Context) {
  const owed = origin?.reportTo !== undefined && origin.kind !== 'transfer';
  return owed ? starting('referral-received', origin.sentAt, context) : [];
}

/** Received neither in the future nor before the first law that could govern it. */
export function checkReceipt(receivedAt: Instant, context: Context): ComplaintRefusal | null {
  return checkWhen('receivedAt', receivedAt, FIRST_RECEIPT, context);
}

/** G53: four or more complainants act through one to three representatives chosen among them. */
function checkParties(data: CommandOf<'RegisterComplaint'>['data']): ComplaintRefusal | null {
  if (data.complainants.length === 0) return no('registration-incomplete', { missing: ['complainant'] });
  const subjects = new Set(data.complainants.map(({ subject }) => subject));
  const count = new Set(data.representatives).size;
  const strangers = data.representatives.some((subject) => !subjects.has(subject));
  const joint = data.complainants.length >= 4;
  if (strangers || count > 3 || (joint && count === 0)) {
    return no('representatives-not-as-required', {
      complainants: data.complainants.length,
      representatives: count,
      strangers,
    });
  }
  return null;
}
