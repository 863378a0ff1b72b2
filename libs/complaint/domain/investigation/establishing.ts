import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { checkWhen, starting } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Investigation } from './facts.js';
import { investigationOf } from './opening.js';

type Data = CommandOf<'EstablishFacts'>['data'];

/** G21–G23: facts rest on records, and there is something in dispute that they decide. */
export function factsCanBeEstablished(state: RegisteredComplaint): ComplaintRefusal | null {
  const investigation = investigationOf(state);
  if (!investigation) return null;
  if (investigation.points.length === 0) return no('dispute-points-missing');
  return investigation.records.length === 0 ? no('facts-without-record') : null;
}

/** G23, A05: what was found, on which records, and who answers for each point; the deposit's mediation term runs. */
export function establishFacts(state: RegisteredComplaint, data: Data, context: Context): Answer {
  const investigation = investigationOf(state);
  if (!investigation) return no('investigation-not-open');
  const records = [...new Set(data.records)];
  const establishedAt = data.establishedAt ?? context.now;
  const refusal =
    checkRecords(investigation, records) ??
    checkLiability(investigation, data) ??
    checkWhen('establishedAt', establishedAt, lastOf(investigation, records), context);
  if (refusal) return refusal;
  return unfold(
    state,
    [
      {
        type: 'FactsEstablished',
        data: { ...data, records, establishedAt, by: context.actor.id },
      },
    ],
    starting('facts-established', establishedAt, context),
  );
}

function checkRecords({ records }: Investigation, named: readonly string[]): ComplaintRefusal | null {
  const unknown = named.filter((id) => !records.some(({ recordId }) => recordId === id));
  return named.length === 0 || unknown.length > 0 ? no('facts-without-record', { unknown }) : null;
}

/** Each disputed point once, and no other. */
function checkLiability({ points }: Investigation, { liability }: Data): ComplaintRefusal | null {
  const found = liability.map(({ pointId }) => pointId);
  const missing = points.map(({ pointId }) => pointId).filter((id) => !found.includes(id));
  const strange = found.filter((id, index) => found.indexOf(id) !== index || !isPoint(points, id));
  return missing.length + strange.length > 0 ? no('liability-incomplete', { missing, strange }) : null;
}

function isPoint(points: Investigation['points'], id: string): boolean {
  return points.some(({ pointId }) => pointId === id);
}

function lastOf({ records, openedAt }: Investigation, named: readonly string[]): string {
  return records
    .filter(({ recordId }) => named.includes(recordId))
    .reduce((last, { heldAt }) => (heldAt > last ? heldAt : last), openedAt);
}
