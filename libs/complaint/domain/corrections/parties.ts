import type { Respondent } from '../intake/facts.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CaseDocument } from '../documents/documents.js';
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
export function correctableOf({ operator, ...respondent }: Respondent): CorrectedRespondent {
  const { name, place, licence, kind, division } = respondent;
  return { name, place, licence, kind, division, operator: operator ?? null };
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
    documents: state.documents.map((one) =>
      !one.superseded && saysOtherwise(one, { complainants, respondent })
        ? { ...one, correctedSince: [...(one.correctedSince ?? []), correctionId] }
        : one,
    ),
  };
  return isAnotherOperator(state, respondent) ? withoutSide(corrected) : corrected;
}

function rightly(respondent: Respondent, { operator, ...is }: CorrectedRespondent = {}): Respondent {
  const { operator: known, ...rest } = respondent;
  const now = operator === undefined ? known : (operator ?? undefined);
  return { ...rest, ...is, ...(now === undefined ? {} : { operator: now }) };
}

/**
 * A document names the parties and says where they are; it gives no telephone number, and no administrative code. What an
 * answer must state, which the notice to the respondent says, goes by what kind of operator it is (G18, B08).
 */
function saysOtherwise(
  { kind }: CaseDocument,
  { complainants = [], respondent = {} }: CorrectedFields,
): boolean {
  const { name, place, licence, operator, kind: of } = respondent;
  const respondentNamed = [name, place, licence, operator].some((one) => one !== undefined);
  const complainantNamed = complainants.some((one) => one.name ?? one.address);
  return respondentNamed || complainantNamed || (of !== undefined && kind === 'D05');
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
