import { decidedCase, type Evolving } from '../case/evolving.js';
import { CONCLUDED_ELSEWHERE } from '../case/progress.js';
import { isDecided, type DecidedComplaint, type RegisteredComplaint } from '../case/state.js';
import type { HandoverEvents } from './events.js';
import type { Duty, HandedOver, Handover, Report } from './facts.js';
import { withoutDecision } from './undone.js';

export const handoverEvolve: Evolving<HandoverEvents> = {
  ReceivingCaseOpened: (state, receiving) => withHandover(state, { receiving }),
  TransferReceiptReceived: (state, receipt) => withHandover(state, { receipt }),
  ReferralReported: (state, { reportedAt, result, from }) => ({
    ...withSource(decidedCase(state, 'ReferralReported'), from),
    concludedAt: reportedAt,
    result,
  }),
  TransferClosed: (state, { decidedAt, reason }) => ({
    ...decidedCase(state, 'TransferClosed'),
    concludedAt: decidedAt,
    result: reason,
  }),
  TransferResultReceived: (state, { receivedAt, result, from }) => ({
    ...withSource(decidedCase(state, 'TransferResultReceived'), from),
    concludedAt: receivedAt,
    result,
  }),
  ReferralReportReturned: reportReturned,
  HandoverReturned: (state, { returnedAt, reason, from }) =>
    withoutDecision(decidedCase(state, 'HandoverReturned'), {
      how: 'returned',
      at: returnedAt,
      reason,
      ...(from ? { office: from.office } : {}),
    }),
  ReferralRecalled: (state, { from, byOffice, at, here }) =>
    here
      ? withoutDecision(decidedCase(state, 'ReferralRecalled'), { how: 'recalled', at, office: from.office })
      : handedOver(state, { how: 'recalled', at, by: byOffice, to: byOffice }),
  MoreTimeRequestReceived: (state, { days, reason, at }) =>
    withHandover(state, { moreTime: { days, reason, askedAt: at } }),
  MoreTimeDecided: (state, { granted, by, at, reason }) => {
    const asked = state.handover?.moreTime;
    if (!asked) throw new Error('MoreTimeDecided before it was asked for');
    return withHandover(state, {
      moreTime: { ...asked, answer: { granted, by, at, ...(reason ? { reason } : {}) } },
    });
  },

  ReportedToReferrer: (state, { reportedAt, result }) =>
    withDuty(state, { reports: [...reportsOf(state), { reportedAt, result }] }),
  ReportReturned: (state, { at, reason }) => {
    const reports = reportsOf(state).map((report, index, every) =>
      index === every.length - 1 ? { ...report, returned: { by: 'referrer', at, reason } } : report,
    );
    const told = withDuty(state, { reports });
    return isDecided(told) && CONCLUDED_ELSEWHERE.includes(told.phase)
      ? withoutDecision(told, { how: 'report-returned', at, reason })
      : told;
  },
  ReturnedToSender: (state, { by, at, reason }) =>
    handedOver(state, { how: 'returned', at, by, to: state.registration.origin?.office, reason }),
  MoreTimeRequested: (state, { days, reason, at }) =>
    withDuty(state, { moreTime: { days, reason, askedAt: at } }),
  MoreTimeAnswered: (state, { granted, at, reason }) => {
    const asked = state.duty?.moreTime;
    if (!asked) throw new Error('MoreTimeAnswered before it was asked for');
    const answer = { granted, by: 'referrer', at, ...(reason ? { reason } : {}) };
    return withDuty(state, { moreTime: { ...asked, answer } });
  },
  HandoverWithdrawn: (state, { byOffice, at }) => handedOver(state, { how: 'withdrawn', at, by: byOffice }),
};

function withHandover(state: RegisteredComplaint, change: Partial<Handover>): RegisteredComplaint {
  return { ...state, handover: { reports: [], ...state.handover, ...change } };
}

function withSource(state: DecidedComplaint, from: Handover['from']): DecidedComplaint {
  return from ? { ...state, handover: { reports: [], ...state.handover, from } } : state;
}

function withDuty(state: RegisteredComplaint, change: Partial<Duty>): RegisteredComplaint {
  return { ...state, duty: { reports: [], ...state.duty, ...change } };
}

function reportsOf(state: RegisteredComplaint): readonly Report[] {
  return state.duty?.reports ?? [];
}

/** The report that was not enough is kept with the reason; the case waits for another. */
function reportReturned(
  state: RegisteredComplaint,
  returned: HandoverEvents['ReferralReportReturned'],
): RegisteredComplaint {
  const { concludedAt, result, ...open } = decidedCase(state, 'ReferralReportReturned');
  if (concludedAt === undefined || result === undefined)
    throw new Error('ReferralReportReturned before a report');
  const reports = [...(open.handover?.reports ?? []), { reportedAt: concludedAt, result, returned }];
  return { ...open, handover: { ...open.handover, reports } };
}

export function handedOver(state: RegisteredComplaint, how: HandedOver): RegisteredComplaint {
  return { ...state, handedOver: how };
}
