import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import { officeOfActor, type Context } from '../case/context.js';
import { starting, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { designatedHere } from '../handover/receiving.js';
import { endingHere, reviewAgain } from '../handover/rounds.js';

/** G50: what a superior has said once is not asked again. */
export function disputeIsOpen(state: RegisteredComplaint): ComplaintRefusal | null {
  const designatedBy = designatedHere(state);
  return designatedBy === undefined ? null : no('designated-case-stays', { designatedBy });
}

/** G50, 2010 art. 7: offices that do not agree ask their common superior whose case it is. */
export function seekDesignation(
  state: RegisteredComplaint,
  { other, reason }: CommandOf<'SeekDesignation'>['data'],
  context: Context,
): Answer {
  const { now, actor, offices } = context;
  const own = state.registration.office;
  if (other !== undefined && (offices.find(other) === undefined || other === own)) {
    return no('receiver-not-an-office', { office: other });
  }
  const superior = other === undefined ? offices.superiorsOf(own)[0] : offices.commonSuperior(own, other);
  if (superior === undefined || superior === own) return no('no-superior-to-designate', { office: own });
  return unfold(
    state,
    [
      {
        type: 'DesignationSought',
        data: { by: actor.id, at: now, superior, ...(other === undefined ? {} : { other }), reason },
      },
    ],
    starting('designation-sought', now, context),
  );
}

/**
 * G50: the superior says whose case it is (指定管辖): that of the office that has it, which then reviews it as its own,
 * or that of another office below the superior, where it goes on. Nobody sends it back or on from there.
 */
export function designateJurisdiction(
  state: RegisteredComplaint,
  { office, reason }: CommandOf<'DesignateJurisdiction'>['data'],
  context: Context,
): Answer {
  const { now, actor, offices } = context;
  if (!offices.isAbove(officeOfActor(actor), office)) {
    return no('designation-not-among-own-offices', {
      office,
      among: offices.subtreeOf(officeOfActor(actor)).slice(1),
    });
  }
  const stays = office === state.registration.office;
  return unfold(
    state,
    stopping(['jurisdiction-designated'], now)(state),
    stays ? [] : endingHere(now),
    [
      {
        type: 'JurisdictionDesignated',
        data: { office, by: actor.id, byOffice: officeOfActor(actor), at: now, reason, stays },
      },
    ],
    stays ? reviewAgain(now, context) : [],
  );
}
