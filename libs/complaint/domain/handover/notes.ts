import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { starting } from '../case/happenings.js';
import { isPutAway } from '../case/phases.js';
import { CONCLUDED_ELSEWHERE } from '../case/progress.js';
import { isDecided, type Complaint, type DecidedComplaint, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { cancelClocks } from '../clocks/ledger.js';
import { designationDue } from '../jurisdiction/dispute.js';
import { referralReported, transferResulted } from './conclusion.js';
import { extending } from '../clocks/extending.js';
import { OWED } from './more-time.js';
import type { CaseAt } from './origin.js';
import { endingDecision, endingHere, reviewAgain } from './rounds.js';

/** The case is out with that office by the decision that stands: what the office tells of it counts. */
function isOutWith({ complaintId, office }: CaseAt, state: RegisteredComplaint): state is DecidedComplaint {
  if (!isDecided(state) || (state.phase !== 'referred-down' && state.phase !== 'transferred-out'))
    return false;
  const { receiving } = state.handover ?? {};
  return receiving ? receiving.complaintId === complaintId : state.decision.receiverOffice === office;
}

/** Sender and receiver name each other. A referred case that a superior gave to another has its term once more. */
export function noteReceivingCase(
  state: RegisteredComplaint,
  data: CommandOf<'NoteReceivingCase'>['data'],
  context: Context,
): Answer {
  if (state.handover?.receiving?.complaintId === data.complaintId) return [];
  const replaced = state.phase === 'referred-down' && data.kind === 'reassignment';
  return unfold(
    state,
    [{ type: 'ReceivingCaseOpened', data }],
    ...(replaced
      ? [endingReportTerms(data.openedAt), starting('case-sent-down', data.openedAt, context)]
      : []),
  );
}

function endingReportTerms(at: string) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const terms = state.clocks.filter(({ stop }) => stop.includes('referral-reported'));
    return cancelClocks(terms, 'given-to-another-office', at);
  };
}

export function noteReport(state: RegisteredComplaint, data: CommandOf<'NoteReport'>['data']): Answer {
  const { from, reportedAt, result } = data;
  if (!isOutWith(from, state)) return [];
  return state.phase === 'referred-down'
    ? referralReported(state, { reportedAt, result, from })
    : transferResulted(state, { receivedAt: reportedAt, result, from });
}

/** G50: returned once, it is reviewed again; returned twice by the same office, the common superior has to say. */
export function noteReturn(
  state: RegisteredComplaint,
  { from, returnedAt, reason }: CommandOf<'NoteReturn'>['data'],
  context: Context,
): Answer {
  if (!isOutWith(from, state)) return [];
  const superior = designationDue(state, from.office, context.offices);
  return unfold(
    state,
    [{ type: 'HandoverReturned', data: { returnedAt, reason, from } }],
    endingDecision(returnedAt, 'returned'),
    superior === undefined
      ? reviewAgain(returnedAt, context)
      : [
          {
            type: 'DesignationSought' as const,
            data: { by: context.actor.id, at: returnedAt, superior, other: from.office },
          },
        ],
    superior === undefined ? [] : starting('designation-sought', returnedAt, context),
  );
}

/** 提级: by this office, and the case is here again; by one above it, and it has gone up. */
export function noteRecall(
  state: RegisteredComplaint,
  { from, byOffice, at }: CommandOf<'NoteRecall'>['data'],
  context: Context,
): Answer {
  if (!isOutWith(from, state)) return [];
  const here = byOffice === state.registration.office;
  return unfold(
    state,
    here ? [] : endingHere(at),
    [{ type: 'ReferralRecalled', data: { from, byOffice, at, here } }],
    here ? endingDecision(at, 'recalled') : [],
    here ? reviewAgain(at, context) : [],
  );
}

export function noteMoreTimeRequest(
  state: RegisteredComplaint,
  data: CommandOf<'NoteMoreTimeRequest'>['data'],
): Answer {
  if (!isOutWith(data.from, state) || state.handover?.moreTime) return [];
  return [{ type: 'MoreTimeRequestReceived', data }];
}

/** The report came back: the case goes on here, and where it had ended without acceptance it is reviewed again. */
export function noteReportReturned(
  state: RegisteredComplaint,
  data: CommandOf<'NoteReportReturned'>['data'],
  context: Context,
): Answer {
  const last = state.duty?.reports.at(-1);
  if (last === undefined || last.returned || state.phase === 'handed-over') return [];
  const again = CONCLUDED_ELSEWHERE.includes(state.phase);
  return unfold(
    state,
    [{ type: 'ReportReturned', data }],
    starting('referral-received', data.at, context),
    again ? reviewAgain(data.at, context) : [],
  );
}

export function noteMoreTimeAnswer(
  state: RegisteredComplaint,
  data: CommandOf<'NoteMoreTimeAnswer'>['data'],
  context: Context,
): Answer {
  const asked = state.duty?.moreTime;
  if (asked === undefined || asked.answer) return [];
  return unfold(
    state,
    [{ type: 'MoreTimeAnswered', data }],
    data.granted ? extending(OWED, data.days, data.at, context) : [],
  );
}

/** Who sent the case has it no longer: what this office did with it stays on record, and so does how it ended. */
export function noteWithdrawal(
  state: RegisteredComplaint,
  data: CommandOf<'NoteWithdrawal'>['data'],
): Answer {
  if (state.phase === 'handed-over') return [];
  if (isPutAway(state.phase)) return endingHere(data.at)(state);
  return unfold(state, endingHere(data.at), [{ type: 'HandoverWithdrawn', data }]);
}
