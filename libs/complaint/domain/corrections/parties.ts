import type { Respondent } from '../intake/facts.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CorrectedFields, CorrectedRespondent } from './facts.js';
import { isSame, only } from './sameness.js';

type Particulars = Readonly<Record<string, unknown>>;
/** What is right, and what was held, of the same particulars. */
interface Otherwise {
  readonly is: CorrectedFields;
  readonly was: CorrectedFields;
}

/** What of the parties (当事人) is said to be otherwise than it stands; of each only the particulars that differ. */
export function partiesOtherwise(is: CorrectedFields, present: CorrectedFields): Otherwise {
  const people = (is.complainants ?? []).flatMap((right) => {
    const known = present.complainants?.find(({ subject }) => subject === right.subject);
    const differs = differing(right, known ?? {});
    return known && differs.length === 0 ? [] : [{ right, known, differs }];
  });
  const respondent = differing(is.respondent ?? {}, present.respondent ?? {});
  return {
    is: {
      ...(people.length > 0
        ? { complainants: people.map(({ right, differs }) => only(right, ['subject', ...differs])) }
        : {}),
      ...(respondent.length > 0 ? { respondent: only(is.respondent ?? {}, respondent) } : {}),
    },
    was: {
      ...(people.length > 0
        ? {
            complainants: people.map(({ right, known, differs }) =>
              only({ ...known, subject: right.subject }, ['subject', ...differs]),
            ),
          }
        : {}),
      ...(respondent.length > 0 ? { respondent: only(present.respondent ?? {}, respondent) } : {}),
    },
  };
}

function differing(right: object, known: object): string[] {
  const held = known as Particulars;
  return Object.entries(right)
    .filter(([name, value]) => value !== undefined && !isSame(value, held[name]))
    .map(([name]) => name);
}

/** The respondent as far as it can be corrected. */
export function correctableOf({ name, place, licence, operator }: Respondent): CorrectedRespondent {
  return { name, place, licence, operator: operator ?? null };
}

/** The case with its parties put right, and every document that names them as they were marked so. */
export function withParties(
  state: RegisteredComplaint,
  { complainants = [], respondent }: CorrectedFields,
  correctionId: string,
): RegisteredComplaint {
  const { registration } = state;
  const corrected = {
    ...state,
    registration: {
      ...registration,
      complainants: registration.complainants.map((one) => ({
        ...one,
        ...complainants.find(({ subject }) => subject === one.subject),
      })),
      respondent: rightly(registration.respondent, respondent),
    },
    documents: namesSomebody({ complainants, respondent })
      ? state.documents.map((one) =>
          one.superseded ? one : { ...one, correctedSince: [...(one.correctedSince ?? []), correctionId] },
        )
      : state.documents,
  };
  return isAnotherOperator(state, respondent) ? withoutSide(corrected) : corrected;
}

function rightly(respondent: Respondent, { operator, ...is }: CorrectedRespondent = {}): Respondent {
  const { operator: known, ...rest } = respondent;
  const now = operator === undefined ? known : (operator ?? undefined);
  return { ...rest, ...is, ...(now === undefined ? {} : { operator: now }) };
}

/** A document names the parties and says where they are; it gives no telephone number. */
function namesSomebody({ complainants = [], respondent }: CorrectedFields): boolean {
  return respondent !== undefined || complainants.some(({ name, address }) => name ?? address);
}

/** The operator had been taken from the wrong licence; one that the handler has named stays (B05). */
function isAnotherOperator(
  { registration, respondentSide }: RegisteredComplaint,
  is: CorrectedRespondent = {},
): boolean {
  return (
    is.operator !== undefined &&
    respondentSide !== undefined &&
    respondentSide.operator === registration.respondent.operator
  );
}

/** What another operator had done was not this one's. */
function withoutSide({ respondentSide: _, ...state }: RegisteredComplaint): RegisteredComplaint {
  return state;
}
