import type { Instant } from '#kernel';
import { areTwo } from './concerned.js';
import { SHORTEST_RETENTION, type Intake, type RecordItem, type Way } from './facts.js';
import { checkWhen, no, type DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

type Check = (state: ReceivedComplaint, now: Instant) => DirectComplaintRefusal | null;

/**
 * What stands against the record as it would read after a command. The rules of what a record must say stand here
 * once: they hold for what is recorded and for what is corrected.
 */
export function unlawful(state: ReceivedComplaint, now: Instant): DirectComplaintRefusal | null {
  for (const check of CHECKS) {
    const refusal = check(state, now);
    if (refusal) return refusal;
  }
  return null;
}

/** What the record of each way of intake must hold: B02 by phone, B03 of a visit; of a letter the rest is asked for (B04). */
const REQUIRED: Readonly<Record<Way, readonly RecordItem[]>> = {
  phone: ['complainant-name', 'contact', 'respondent', 'claim'],
  visit: ['complainant-name', 'contact', 'respondent', 'claim', 'explanation'],
  letter: [],
};

function isRecorded(item: RecordItem, { complainant, concerned, claim, explanation }: Intake): boolean {
  switch (item) {
    case 'complainant-name':
      return complainant.name !== undefined;
    case 'contact':
      return complainant.phone !== undefined || complainant.address !== undefined;
    case 'respondent':
      return concerned.unit !== undefined || concerned.staff.length > 0;
    case 'claim':
      return claim !== undefined;
    case 'explanation':
      return explanation !== undefined;
  }
}

const intake: Check = ({ registration }) => {
  const missing = REQUIRED[registration.way].filter((item) => !isRecorded(item, registration));
  return missing.length > 0 ? no('intake-incomplete', { way: registration.way, missing }) : null;
};

/** B10: every investigation by at least two people. */
const investigators: Check = ({ investigations }) => {
  for (const investigation of investigations) {
    const refusal = areTwo(investigation);
    if (refusal) return refusal;
  }
  return null;
};

/** B06, B11: what was agreed stands in writing; A24: headquarters' mediation counts only where both agreed. */
const outcome: Check = ({ outcome, mediations }) => {
  if (!outcome || outcome.kind === 'not-settled') return null;
  if (!outcome.agreement) return no('outcome-needs-agreement', { kind: outcome.kind });
  const mediated = outcome.kind !== 'mediated' || mediations.some(({ agreed }) => agreed);
  return mediated ? null : no('no-agreement-in-mediation');
};

/** B12: kept for two years at the least. */
const retention: Check = ({ archive }) =>
  archive && archive.retentionYears < SHORTEST_RETENTION
    ? no('retention-too-short', { years: archive.retentionYears, atLeast: SHORTEST_RETENTION })
    : null;

/** Nothing happened in the future, nor before what must have come first. */
const order: Check = (state, now) => {
  for (const [field, at, notBefore] of momentsOf(state)) {
    const wrong = checkWhen(field, at, notBefore, now);
    if (wrong) return wrong;
  }
  return null;
};

/** Every reported moment with the one that must have come first. */
function momentsOf(state: ReceivedComplaint): [field: string, at: Instant, notBefore: Instant][] {
  const { receivedAt } = state.registration;
  const found = state.investigations.map(({ heldAt }) => heldAt).toSorted()[0] ?? receivedAt;
  const ended = state.outcome?.decidedAt ?? state.notices.at(-1)?.notifiedAt ?? receivedAt;
  const asked = state.notices.find(({ answer }) => answer === 'items-missing')?.notifiedAt ?? receivedAt;
  return [
    ['receivedAt', receivedAt, receivedAt],
    ...state.notices.map(({ notifiedAt }) => moment('notifiedAt', notifiedAt, receivedAt)),
    ...state.supplements.map((one) => moment('receivedAt', one.receivedAt, asked)),
    ...state.investigations.map(({ heldAt }) => moment('heldAt', heldAt, receivedAt)),
    ...state.mediations.map(({ heldAt }) => moment('heldAt', heldAt, found)),
    ...(state.outcome ? [moment('decidedAt', state.outcome.decidedAt, found)] : []),
    ...(state.archive ? [moment('archivedAt', state.archive.archivedAt, ended)] : []),
  ];
}

function moment(field: string, at: Instant, notBefore: Instant): [string, Instant, Instant] {
  return [field, at, notBefore];
}

const CHECKS: readonly Check[] = [order, intake, investigators, outcome, retention];
