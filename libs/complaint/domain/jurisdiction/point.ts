import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { pinnedOf } from '../case/rulebooks.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { designatedHere } from '../handover/receiving.js';
import type { Jurisdiction } from '../intake/facts.js';
import { determineJurisdiction, type Determination } from './determination.js';

type Data = CommandOf<'CompleteReview'>['data'];

/** Whose matter the case is by the law in force on its receipt, as far as its places are known (G04, G50). */
export function determinationOf(
  state: RegisteredComplaint,
  urgentStop: boolean,
  { rulebook, offices }: Pick<Context, 'rulebook' | 'offices'>,
): Determination {
  const { registration } = state;
  const designated = designatedHere(state) === undefined ? undefined : registration.office;
  const law = rulebook(pinnedOf(state).statutory);
  return determineJurisdiction({ registration, rulebook: law, offices, urgentStop, designated });
}

/** What the review adds on its first point: the finding as an event, and who is competent. */
export interface JurisdictionPoint {
  readonly events: readonly ComplaintEvent[];
  readonly competent: { readonly competent?: string };
}

/**
 * G04: the point is answered: the competent one is named when it is not us, an office of this installation fits the
 * finding, and a finding that differs from what law and places say has its reason.
 */
export function jurisdictionPoint(
  state: RegisteredComplaint,
  data: Data,
  context: Context,
): JurisdictionPoint | ComplaintRefusal {
  const { jurisdiction, competentOffice } = data;
  const competent = data.competent ?? (competentOffice && context.offices.find(competentOffice)?.name.zh);
  if (jurisdiction !== 'own-level' && competent === undefined && competentOffice === undefined) {
    return no('review-point-incomplete', { point: 'jurisdiction', missing: 'competent' });
  }
  if (
    competentOffice !== undefined &&
    !fits(jurisdiction, competentOffice, state.registration.office, context)
  ) {
    return no('competent-office-unfit', { jurisdiction, competentOffice });
  }
  const determination = determinationOf(state, data.urgentStop === true, context);
  const differs = differsFrom(determination, data);
  const designatedBy = designatedHere(state);
  if (differs && designatedBy !== undefined) return no('designated-case-stays', { designatedBy });
  if (differs && data.jurisdictionReason === undefined) return withoutReason(determination, data);
  return {
    events: isInformed(determination) ? [found(determination, data, context)] : [],
    competent: competent === undefined ? {} : { competent },
  };
}

/** Whether the office stands to ours as the finding says. */
function fits(jurisdiction: Jurisdiction, office: string, own: string, { offices }: Context): boolean {
  if (offices.find(office) === undefined) return false;
  switch (jurisdiction) {
    case 'own-level':
      return office === own;
    case 'lower-level':
      return offices.isAbove(own, office);
    case 'other-tourism-office':
      return office !== own && !offices.isAbove(own, office);
    case 'other-department':
      return false;
  }
}

/** What of a review says whose matter the case is. */
type Found = Pick<Data, 'jurisdiction' | 'competentOffice'>;

/**
 * H17: the kind or the seat of the respondent was put right after the review, and by what is right the matter is
 * another's than the review found. The leader sends it back; a finding that had its reason keeps it.
 */
export function findingStands(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  if (!('review' in state) || state.jurisdiction?.reason !== undefined) return null;
  const { review, corrections = [], jurisdiction } = state;
  const since = corrections.some(
    ({ at, is: { respondent } }) =>
      at > review.completedAt && (respondent?.kind ?? respondent?.division) !== undefined,
  );
  if (!since) return null;
  const determination = determinationOf(state, jurisdiction?.urgentStop === true, context);
  return differsFrom(determination, review)
    ? no('jurisdiction-corrected-since', {
        determined: determination.finding ?? null,
        offices: [...determination.offices],
        recorded: review.jurisdiction,
      })
    : null;
}

function differsFrom({ certain, finding, offices }: Determination, data: Found): boolean {
  if (!certain) return false;
  if (data.jurisdiction !== finding) return true;
  return data.competentOffice !== undefined && offices.length > 0 && !offices.includes(data.competentOffice);
}

function withoutReason({ finding, offices }: Determination, data: Data): ComplaintRefusal {
  return no('jurisdiction-differs-without-reason', {
    determined: finding ?? null,
    offices: [...offices],
    recorded: data.jurisdiction,
    recordedOffice: data.competentOffice ?? null,
  });
}

/** A place, a kind of matter or a superior says something; that the complaint came to us says nothing. */
function isInformed({ bases }: Determination): boolean {
  return bases.some(({ basis, leadsTo }) => leadsTo !== undefined && basis !== 'own-level');
}

function found(determination: Determination, data: Data, { actor, now }: Context): ComplaintEvent {
  return {
    type: 'JurisdictionDetermined',
    data: {
      determination,
      recorded: data.jurisdiction,
      ...(data.competentOffice === undefined ? {} : { recordedOffice: data.competentOffice }),
      urgentStop: data.urgentStop === true,
      ...(data.jurisdictionReason ? { reason: data.jurisdictionReason } : {}),
      by: actor.id,
      at: now,
    },
  };
}
