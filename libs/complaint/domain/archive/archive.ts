import { dayInChina, isDay, type Day } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { currentDocument, isDecided, type RegisteredComplaint } from '../case/state.js';
import { isFiled } from '../closing/closing.js';
import { addresseeOf } from '../documents/documents.js';
import { isHandler } from '../filing/filing.js';
import type { Retention } from './facts.js';

/** A handler puts the case away; one that never had a handler, whoever keeps the register. */
export function isArchivist(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  return isDecided(state) ? isHandler(state, context) : null;
}

/** G37: a filed case is put away after its closing only. */
export function isClosedWhereNeeded(state: RegisteredComplaint): ComplaintRefusal | null {
  return state.phase === 'withdrawn' && isFiled(state) ? no('closing-form-needed') : null;
}

/** G38: one case, one volume, with its table of contents (D21) and the term for which it is kept (A16). */
export function archiveCase(
  state: RegisteredComplaint,
  { retention: named, ...data }: CommandOf<'ArchiveCase'>['data'],
  { actor, now, office }: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const retention =
    named === undefined ? office.retention[0] : office.retention.find((one) => one.class === named);
  if (!retention) {
    const classes = office.retention.map((one) => one.class);
    return no('retention-class-unknown', { classes });
  }
  const untold = data.unserved === undefined ? everybodyIsTold(state) : null;
  if (untold) return untold;
  const keptUntil = lastDayOf(retention, dayInChina(now));
  return [
    {
      type: 'CaseArchived',
      data: { ...data, archivedBy: actor.id, archivedAt: now, retention, keptUntil },
    },
  ];
}

/** G38: what was issued is served; G12, G13: the complainant was told in writing where the case went (D08C). */
function everybodyIsTold(state: RegisteredComplaint): ComplaintRefusal | null {
  const unserved = state.documents.filter(
    (document) => document.number !== undefined && !document.service && addresseeOf(document) !== undefined,
  );
  if (unserved.length > 0) {
    return no('issued-documents-unserved', { numbers: unserved.map(({ number }) => number ?? '') });
  }
  const wentOn = state.phase === 'transfer-concluded' || state.phase === 'referral-concluded';
  const isTold = currentDocument(state, 'D08C')?.service !== undefined;
  return wentOn && !isTold ? no('complainant-not-told', { kind: 'D08C' }) : null;
}

/** The same day that many years on; of a 29 February without one, the 28th. */
function lastDayOf({ years }: Retention, from: Day): Day | null {
  if (years === null) return null;
  const year = String(+from.slice(0, 4) + years);
  const day = year + from.slice(4);
  return isDay(day) ? day : `${year}-02-28`;
}
