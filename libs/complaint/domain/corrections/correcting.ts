import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { evolve } from '../case/evolve.js';
import { isEnded } from '../case/phases.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { pinnedOf } from '../case/rulebooks.js';
import { isDecided, type Complaint, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { isLateReply } from '../reply/reply.js';
import { overrunReconsidered } from '../intake/overrun.js';
import { moved } from '../rulebooks/move.js';
import { CHECKS } from './checks.js';
import {
  CORRECTABLE,
  type CorrectedField,
  type CorrectedFields,
  type Correction,
  type Target,
} from './facts.js';
import { partiesOtherwise } from './parties.js';
import { RECORDS } from './records.js';
import { retimed } from './retiming.js';
import { isSame, only } from './sameness.js';

type Asked = CommandOf<'CorrectRecord'>['data'];

/**
 * H17: what was recorded wrongly is put right by a record of its own, with the reason. The corrected record stays in
 * the history as it is; clocks are counted anew from when it happened. Said twice, it changes nothing.
 */
export function correctRecord(state: RegisteredComplaint, data: Asked, context: Context): Answer {
  const { correctionId, revision, target } = data;
  if ((state.corrections ?? []).some((one) => one.correctionId === correctionId)) return [];
  if (!target) return no('record-not-correctable', { revision, correctable: [...CORRECTABLE] });
  const record = RECORDS[target.record];
  const present = record.read(state, target);
  if (!present) return no('record-does-not-stand', { revision });
  const refusal =
    fieldsFit(data.is, present, target) ?? isNotOwn(state, data, target, context) ?? isKnown(data);
  if (refusal) return refusal;
  const { is, was } = otherwise(data.is, present);
  if (namesOf(is).length === 0) return [];
  const wrong = CHECKS[target.record](state, target, { ...present, ...data.is }, context);
  return wrong ?? corrected(state, data, { target, was, is }, context);
}

function namesOf(fields: CorrectedFields): readonly CorrectedField[] {
  return (Object.keys(fields) as CorrectedField[]).filter((field) => fields[field] !== undefined);
}

/** What is said to be otherwise than it stands, with how it stands. */
function otherwise(is: CorrectedFields, present: CorrectedFields): Omit<Found, 'target'> {
  const { complainants: _, respondent: __, ...rest } = is;
  const fields = namesOf(rest).filter((field) => !isSame(is[field], present[field]));
  const parties = partiesOtherwise(is, present);
  return { is: { ...only(is, fields), ...parties.is }, was: { ...only(present, fields), ...parties.was } };
}

/** Something is said, and nothing but what the record holds. */
function fieldsFit(
  is: CorrectedFields,
  present: CorrectedFields,
  { record }: Target,
): ComplaintRefusal | null {
  const correctable = RECORDS[record].fields.filter((field) => present[field] !== undefined);
  const others = namesOf(is).filter((field) => !correctable.includes(field));
  return others.length > 0 || namesOf(is).length === 0
    ? no('fields-not-correctable', { fields: others, correctable })
    : null;
}

/** H17: not by who recorded it, whom it names, or who answers for the terms that hang on it. */
function isNotOwn(
  state: RegisteredComplaint,
  { recordedBy, revision }: Asked,
  target: Target,
  { actor }: Context,
): ComplaintRefusal | null {
  const answering = isDecided(state) ? state.handlers : [state.reviewer];
  const people = [recordedBy, ...RECORDS[target.record].people(state, target), ...answering];
  return people.includes(actor.id) ? no('correction-of-own-record', { revision, person: actor.id }) : null;
}

/** Of somebody whose key is gone for good nothing is put right any more. */
function isKnown({ erased = [] }: Asked): ComplaintRefusal | null {
  const [subject] = erased;
  return subject === undefined ? null : no('complainant-erased', { subject });
}

interface Found {
  readonly target: Target;
  readonly was: CorrectedFields;
  readonly is: CorrectedFields;
}

function corrected(
  state: RegisteredComplaint,
  { correctionId, revision, reason, statutory }: Asked,
  { target, was, is }: Found,
  context: Context,
): Answer {
  const { actor, now } = context;
  const correction = { correctionId, revision, ...target, was, is, reason, by: actor.id, at: now };
  const told = (said: Correction) =>
    unfold(
      state,
      [{ type: 'RecordCorrected', data: said }],
      statutory === undefined || is.receivedAt === undefined
        ? []
        : lawFollowing(correction, statutory, context),
      retimed(said, context),
      overrunReconsidered(state, correctionId, context),
    );
  const events = told(correction);
  const replyLate = lateness(events.reduce<Complaint>(evolve, state));
  return replyLate === undefined ? events : told({ ...correction, replyLate });
}

/** What the answer's lateness proves to be by the clocks, where that is otherwise than it stands (G19). */
function lateness(state: Complaint): boolean | undefined {
  if (!isDecided(state) || !state.reply) return undefined;
  const late = isLateReply(state, state.reply.receivedAt);
  return late === state.reply.late ? undefined : late;
}

/**
 * The law is pinned by the day of receipt (deadlines.md 1): where the right day lies under another, the case moves to
 * it, by its own event, unless somebody has moved the case on purpose.
 */
function lawFollowing({ correctionId, reason }: Correction, statutory: string, context: Context) {
  return (state: Complaint) => {
    if (state.phase === 'unregistered') return [];
    const pinned = pinnedOf(state);
    const onPurpose = (state.moves ?? []).some((move) => move.correctionId === undefined);
    const stays = onPurpose || isEnded(state.phase) || pinned.statutory === statutory;
    return stays ? [] : moved(state, { ...pinned, statutory }, reason, context, correctionId);
  };
}
