import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { investigationOf, recusedAmong } from './opening.js';

type Data = CommandOf<'RecordInvestigation'>['data'];

/** G22: every investigation has its record, by at least two different people who investigate this case. */
export function recordInvestigation(state: RegisteredComplaint, data: Data, context: Context): Answer {
  const investigation = investigationOf(state);
  if (!investigation) return no('investigation-not-open');
  if (investigation.records.some(({ recordId }) => recordId === data.recordId)) return [];
  const heldAt = data.heldAt ?? context.now;
  const investigators = [...new Set(data.investigators)].toSorted();
  const refusal =
    recusedAmong(state, investigators) ??
    checkInvestigators(state, investigators) ??
    checkRecord(data) ??
    checkWhen('heldAt', heldAt, investigation.openedAt, context);
  if (refusal) return refusal;
  return [
    {
      type: 'InvestigationRecorded',
      data: { ...data, investigators, heldAt, recordedBy: context.actor.id },
    },
  ];
}

function checkInvestigators(
  state: RegisteredComplaint,
  investigators: readonly string[],
): ComplaintRefusal | null {
  if (investigators.length < 2) return no('investigators-too-few', { distinct: investigators.length });
  const entitled = new Set([
    ...(isDecided(state) ? state.handlers : []),
    ...(investigationOf(state)?.investigators.map(({ id }) => id) ?? []),
  ]);
  const strangers = investigators.filter((id) => !entitled.has(id));
  return strangers.length > 0 ? no('not-an-investigator', { strangers }) : null;
}

/** What a record needs to count: a questioning names the person, is read over, and signed or its refusal noted. */
function checkRecord({ act, person, readOver, signed, refusal }: Data): ComplaintRefusal | null {
  const questioning = act === 'questioning';
  const missing = [
    ...(questioning && person === undefined ? ['person'] : []),
    ...(questioning && signed && readOver !== true ? ['readOver'] : []),
    ...(!signed && refusal === undefined ? ['signed'] : []),
  ];
  return missing.length > 0 ? no('investigation-record-incomplete', { act, missing }) : null;
}
