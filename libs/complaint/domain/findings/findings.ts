import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** G56: an illegal act found goes one of three ways; the complaint goes its own. */
export function createEnforcementLead(
  state: RegisteredComplaint,
  data: CommandOf<'CreateEnforcementLead'>['data'],
  context: Context,
): Answer {
  if ((state.leads ?? []).some(({ leadId }) => leadId === data.leadId)) return [];
  if (data.branch !== 'own-power' && data.authority === undefined) {
    return no('lead-needs-authority', { branch: data.branch });
  }
  const foundAt = data.foundAt ?? context.now;
  const wrong = checkWhen('foundAt', foundAt, state.registration.receivedAt, context);
  if (wrong) return wrong;
  return [{ type: 'EnforcementLeadCreated', data: { ...data, foundAt, by: context.actor.id } }];
}

/** G60: kept as a fact of the case; what it means for the operator's credit is not verified. */
export function recordNonCooperation(
  state: RegisteredComplaint,
  data: CommandOf<'RecordNonCooperation'>['data'],
  context: Context,
): Answer {
  if ((state.nonCooperation ?? []).some(({ recordId }) => recordId === data.recordId)) return [];
  const occurredAt = data.occurredAt ?? context.now;
  const wrong = checkWhen('occurredAt', occurredAt, state.registration.receivedAt, context);
  if (wrong) return wrong;
  return [
    {
      type: 'NonCooperationRecorded',
      data: { ...data, occurredAt, by: context.actor.id, verification: 'unverified' },
    },
  ];
}

/** H16, H17: for a term that ran out, its cause and who answers for it; nobody writes that about himself. */
export function recordResponsibility(
  state: RegisteredComplaint,
  data: CommandOf<'RecordResponsibility'>['data'],
  { actor, now }: Context,
): Answer {
  const clock = state.clocks.find((one) => one.clock === data.clock);
  if (clock?.status !== 'missed' && clock?.status !== 'met-late') {
    return no('clock-was-kept', { clock: data.clock });
  }
  if (data.person === actor.id) return no('record-about-oneself', { person: data.person });
  const known = (state.responsibilities ?? []).some(
    (one) => one.clock === data.clock && one.person === data.person && one.department === data.department,
  );
  return known ? [] : [{ type: 'ResponsibilityRecorded', data: { ...data, by: actor.id, at: now } }];
}
