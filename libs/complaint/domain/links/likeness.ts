import { dayInChina, daysBetween, type Instant } from '#kernel';
import { sameOperator } from '../respondent/same-operator.js';
import type { Likeness, LikenessTrait } from './facts.js';

/** What of a complaint is compared. Names and numbers stand here in clear: they are never stored with the likeness. */
export interface Traits {
  readonly phones: readonly string[];
  readonly names: readonly string[];
  readonly respondent: string;
  readonly licence?: string;
  readonly contract?: string;
  readonly claims: readonly string[];
  readonly receivedAt: Instant;
}

/** What each trait counts; together 100. Who complains and by which contract says more than what is claimed. */
const POINTS: Readonly<Record<LikenessTrait, number>> = {
  phone: 30,
  complainant: 15,
  respondent: 20,
  contract: 20,
  claim: 10,
  'received-near': 5,
};
/** Complaints about one journey come within these days of each other. */
const NEAR_DAYS = 60;

const COMPARED: Readonly<Record<LikenessTrait, (one: Traits, other: Traits) => boolean>> = {
  phone: (one, other) => meet(one.phones.map(digits), other.phones.map(digits)),
  complainant: (one, other) => meet(one.names, other.names),
  respondent: (one, other) => sameOperator(operatorOf(one), operatorOf(other)) !== undefined,
  contract: (one, other) => one.contract !== undefined && one.contract === other.contract,
  claim: (one, other) => meet(one.claims, other.claims),
  'received-near': (one, other) =>
    Math.abs(daysBetween(dayInChina(one.receivedAt), dayInChina(other.receivedAt))) <= NEAR_DAYS,
};

const operatorOf = ({ respondent: name, licence }: Traits) => ({ name, licence });

/** How alike two complaints are; the same whichever is asked about, and every trait is listed with what it gave. */
export function likenessOf(one: Traits, other: Traits): Likeness {
  const traits = Object.keys(POINTS) as LikenessTrait[];
  const parts = traits.map((trait) => ({
    trait,
    points: COMPARED[trait](one, other) ? POINTS[trait] : 0,
    of: POINTS[trait],
  }));
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => one !== '' && others.includes(one));
}

/** The last eleven digits: a number is the same with and without its country code. */
function digits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-11);
}
