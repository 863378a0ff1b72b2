import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, words } from './words.js';

export const OUTCOME_PROBLEMS = {
  'ruling-not-under-this-rulebook': {
    status: 409,
    title: words('本案适用规则没有处理决定', 'The rulebook of the case knows no ruling'),
    detail: from(
      ({ rulebook }) => `适用规则：${list(rulebook)}。`,
      ({ rulebook }) => `Governing rulebook: ${list(rulebook)}.`,
    ),
    remedy: words('请终止调解并告知救济途径。', 'Terminate mediation and name the remedies (G57).'),
  },
  'termination-not-under-this-rulebook': {
    status: 409,
    title: words('本案适用规则要求作出处理决定', 'The rulebook of the case asks for a ruling'),
    detail: from(
      ({ rulebook }) => `适用规则：${list(rulebook)}。`,
      ({ rulebook }) => `Governing rulebook: ${list(rulebook)}.`,
    ),
    remedy: words('请作出处理决定。', 'Have a ruling issued (G30).'),
  },
  'remedies-not-as-in-the-rulebook': {
    status: 422,
    title: words('救济途径与规则不符', 'The remedies are not those of the rulebook'),
    detail: from(
      ({ missing, strange }) => `缺少：${list(missing)}；规则没有的：${list(strange)}。`,
      ({ missing, strange }) => `Missing: ${list(missing)}; not in the rulebook: ${list(strange)}.`,
    ),
    remedy: words(
      '请按适用规则列明全部救济途径。',
      'Name exactly the remedies that the rulebook gives (G57).',
    ),
  },
  'decider-handled-the-case': {
    status: 403,
    title: words('承办、调查或调解人员不得作出决定', 'Who handled, investigated or mediated does not decide'),
    remedy: another,
  },
  'ruling-payment-day-missing': {
    status: 422,
    title: words('未写明付款期限', 'The day of payment is missing'),
    remedy: words(
      '有付款内容的，请写明最后付款日。',
      'Where something is to be paid, name the last day of payment (G30).',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
