import type { Division } from '#kernel';
import {
  VERIFICATIONS,
  type JurisdictionBasis,
  type Provision,
  type Rulebook,
  type SeveralCompetent,
  type Verification,
} from '#rulebook';
import type { Jurisdiction, Registration, RespondentKind } from '../intake/facts.js';
import type { OfficeTree } from '../offices/tree.js';

/** Fields of a registration that say where. */
export const PLACE_FIELDS = ['respondent.division', 'contract.signedDivision', 'harmDivision'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

/** One reason for or against an office, with what it rests on. */
export interface BasisFinding {
  readonly basis: JurisdictionBasis | 'matter' | 'designation';
  readonly article: string;
  readonly verification: Verification;
  /** Where it leads; absent when the place is not known. */
  readonly leadsTo?: Jurisdiction;
  readonly division?: Division;
  /** The competent office, where this installation holds it. */
  readonly office?: string;
  /** What would have to be known. */
  readonly missing?: PlaceField;
}

/** Whose matter a complaint is (管辖, G04, G50), as far as the rulebook and the known places say. */
export interface Determination {
  readonly rulebook: string;
  readonly rulebookVersion: number;
  /** Absent while nothing is known that could tell. */
  readonly finding?: Jurisdiction;
  /** The office or offices that are competent, as far as this installation holds them; the first is the finding's. */
  readonly offices: readonly string[];
  /** What is not known yet can change nothing: a reviewer who finds otherwise says why. */
  readonly certain: boolean;
  readonly bases: readonly BasisFinding[];
  readonly missing: readonly PlaceField[];
  /** Where more than one office is competent and none of them is this one or below it. */
  readonly several?: Provision<SeveralCompetent> & { readonly commonSuperior?: string };
  /** The weakest of what the finding rests on. */
  readonly verification: Verification;
}

/** What determination looks at. */
export interface Question {
  readonly registration: Pick<Registration, 'office' | 'respondent' | 'contract' | 'harmDivision'>;
  /** The rulebook that governs the case; one without places leaves the answer to the reviewer. */
  readonly rulebook: Rulebook;
  readonly offices: OfficeTree;
  /** The harm must be stopped at once. */
  readonly urgentStop: boolean;
  /** The office that a superior has designated (指定管辖). */
  readonly designated?: string;
}

const PLACE_OF: Readonly<Record<JurisdictionBasis, PlaceField | null>> = {
  'respondent-place': 'respondent.division',
  'operator-domicile': 'respondent.division',
  'contract-place': 'contract.signedDivision',
  'act-place': 'harmDivision',
  'result-place': 'harmDivision',
  'harm-place': 'harmDivision',
  'dispute-place': 'harmDivision',
  'own-level': null,
};

/** Kinds of respondents that another department is for (E9): taxis are the transport department's. */
const OUTSIDE_TOURISM: readonly RespondentKind[] = ['taxi'];

/**
 * G04, G50: whose matter it is, with every reason. One of our own grounds is enough for us; failing that a lower
 * office's, failing that another's. What is missing is named; it leaves the finding open unless we are competent anyway.
 */
export function determineJurisdiction(question: Question): Determination {
  const { rulebook, designated } = question;
  const settled = designated === undefined ? otherMatter(question) : designation(question, designated);
  const bases = settled ?? placesOf(question);
  const finding = ORDER.find((level) => bases.some(({ leadsTo }) => leadsTo === level));
  const behind = bases.filter(({ leadsTo }) => leadsTo === finding && finding !== undefined);
  const missing = [...new Set(bases.flatMap((one) => one.missing ?? []))];
  const byPlace = behind.some(({ basis }) => basis !== 'own-level');
  return {
    rulebook: rulebook.id,
    rulebookVersion: rulebook.version,
    ...(finding ? { finding } : {}),
    offices: officesOf([...behind, ...bases]),
    certain: byPlace && (missing.length === 0 || finding === 'own-level'),
    bases,
    missing,
    ...severalOf(question, finding, behind),
    verification: weakest(behind.length > 0 ? behind : bases),
  };
}

/** What is looked for first. */
const ORDER: readonly Jurisdiction[] = [
  'own-level',
  'lower-level',
  'other-tourism-office',
  'other-department',
];

function designation({ registration, offices }: Question, designated: string): BasisFinding[] {
  return [
    {
      basis: 'designation',
      article: 'G50',
      verification: 'published',
      leadsTo: levelOf(designated, registration.office, offices),
      office: designated,
    },
  ];
}

function otherMatter({ registration }: Question): BasisFinding[] | undefined {
  const { kind } = registration.respondent;
  if (kind === undefined || !OUTSIDE_TOURISM.includes(kind)) return undefined;
  return [{ basis: 'matter', article: 'G13', verification: 'design', leadsTo: 'other-department' }];
}

function placesOf({ registration, rulebook, offices, urgentStop }: Question): BasisFinding[] {
  const { jurisdiction } = rulebook;
  if (jurisdiction === undefined) return [];
  const urgent = urgentStop && jurisdiction.urgent.value.length > 0;
  const { value, article, verification } = urgent ? jurisdiction.urgent : jurisdiction.bases;
  return value.map((basis) => {
    const rests = { basis, article, verification };
    const field = PLACE_OF[basis];
    if (field === null) return { ...rests, leadsTo: 'own-level', office: registration.office };
    const division = placeOf(registration, field);
    return division === undefined
      ? { ...rests, missing: field }
      : { ...rests, ...at(division, registration.office, offices) };
  });
}

function placeOf(registration: Question['registration'], field: PlaceField): Division | undefined {
  switch (field) {
    case 'respondent.division':
      return registration.respondent.division;
    case 'contract.signedDivision':
      return registration.contract?.signedDivision;
    case 'harmDivision':
      return registration.harmDivision;
  }
}

/** The office at a place. A superior of ours whose wider area covers it is not the office at that place. */
function at(
  division: Division,
  own: string,
  offices: OfficeTree,
): Pick<BasisFinding, 'division' | 'leadsTo' | 'office'> {
  const found = offices.officeAt(division);
  const foreign = found === undefined || (offices.isAbove(found.id, own) && found.division !== division);
  if (foreign) return { division, leadsTo: 'other-tourism-office' };
  return { division, leadsTo: levelOf(found.id, own, offices), office: found.id };
}

function levelOf(office: string, own: string, offices: OfficeTree): Jurisdiction {
  if (office === own) return 'own-level';
  return offices.isAbove(own, office) ? 'lower-level' : 'other-tourism-office';
}

function officesOf(bases: readonly BasisFinding[]): string[] {
  return [...new Set(bases.flatMap(({ office }) => office ?? []))];
}

function severalOf(
  { registration, rulebook, offices }: Question,
  finding: Jurisdiction | undefined,
  behind: readonly BasisFinding[],
): Pick<Determination, 'several'> {
  const [first, second] = officesOf(behind);
  const rule = rulebook.jurisdiction?.several;
  const one = finding === 'own-level' || second === undefined || first === undefined;
  if (one || rule === undefined) return {};
  const commonSuperior =
    offices.commonSuperior(first, second) ?? offices.commonSuperior(registration.office, first);
  return { several: { ...rule, ...(commonSuperior ? { commonSuperior } : {}) } };
}

function weakest(bases: readonly BasisFinding[]): Verification {
  const marks = bases.map(({ verification }) => verification);
  return VERIFICATIONS.findLast((verification) => marks.includes(verification)) ?? 'unverified';
}
