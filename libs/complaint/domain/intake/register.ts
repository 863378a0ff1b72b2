import type { Instant } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, starting } from '../case/happenings.js';
import { startClocks } from '../clocks/ledger.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { rulebooksOf } from '../case/rulebooks.js';
import { checkRepresentatives } from '../people/joint.js';
import type { Complaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { overrunForeseen } from './overrun.js';

/** 2007, the first year whose holiday notices are known: before it no day could be counted for certain. */
const FIRST_RECEIPT = '2006-12-31T16:00:00.000Z';

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
  return unfold(
    state,
    [
      {
        type: 'ComplaintRegistered',
        data: { ...data, registeredAt: context.now, registeredBy: context.actor.id },
      },
    ],
    startClocks([], context.calendar, rulebooksOf(data.rulebooks, context), {
      fact: 'complaint-registered',
      at: (rulebook) => (rulebook.kind === 'internal' ? context.now : data.receivedAt),
      caseClass: 'all',
      office: data.office,
      officeHours: context.office.hours,
    }),
    receivedFromAbove(data, context),
    overrunForeseen({ receivedAt: data.receivedAt, registeredAt: context.now }, data.rulebooks, context),
  );
}

/** A15: a referred case is reported on within the term that runs from its dispatch. */
function receivedFromAbove({ origin }: CommandOf<'RegisterComplaint'>['data'], context: Context) {
  const owed = origin?.reportTo !== undefined && origin.kind !== 'transfer';
  return owed ? starting('referral-received', origin.sentAt, context) : [];
}

/** Received neither in the future nor before the days that can be counted. */
export function checkReceipt(receivedAt: Instant, context: Context): ComplaintRefusal | null {
  return checkWhen('receivedAt', receivedAt, FIRST_RECEIPT, context);
}

/** G53: four or more complainants act through one to three representatives chosen among them. */
function checkParties(data: CommandOf<'RegisterComplaint'>['data']): ComplaintRefusal | null {
  if (data.complainants.length === 0) return no('registration-incomplete', { missing: ['complainant'] });
  return checkRepresentatives(data.complainants, data.representatives);
}
