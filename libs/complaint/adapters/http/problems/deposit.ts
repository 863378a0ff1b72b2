import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, words } from './words.js';

export const DEPOSIT_PROBLEMS = {
  'deposit-point-not-in-rulebook': {
    status: 422,
    title: words('适用规则没有该情形', 'The rulebook does not know this ground or exclusion'),
    detail: from(
      ({ strange, rulebook }) => `规则 ${list(rulebook)} 没有：${list(strange)}。`,
      ({ strange, rulebook }) => `Not in ${list(rulebook)}: ${list(strange)}.`,
    ),
    remedy: words('请按适用规则选择情形。', 'Choose among those of the governing rulebook (G32, G33, G58).'),
  },
  'deposit-not-assessed': {
    status: 409,
    title: words('尚未审查质量保证金的适用', 'Whether the deposit may pay has not been assessed'),
    remedy: words('请先进行适用性审查。', 'Assess it first (G32, G33).'),
  },
  'deposit-not-eligible': {
    status: 409,
    title: words('不适用质量保证金', 'The deposit may not pay'),
    detail: from(
      ({ against }) => `不符合：${list(against)}。`,
      ({ against }) => `What stands against it: ${list(against)}.`,
    ),
    remedy: words('请依规则作其他处理，或重新审查。', 'End the case in another way, or assess it anew.'),
  },
  'deposit-decision-pays-nothing': {
    status: 422,
    title: words('未写明赔偿金额', 'The decision pays nothing'),
    remedy: words('请写明大于零的金额（分）。', 'Name an amount above zero, in fen.'),
  },
  'deposit-decision-already-submitted': {
    status: 409,
    title: words('决定已呈批', 'A decision lies before the bureau leader already'),
    remedy: words(
      '请等待签批；退回后可再次呈批。',
      'Wait for the signature; another can be submitted once it is sent back.',
    ),
  },
  'deposit-decision-not-submitted': {
    status: 409,
    title: words('没有待签批的决定', 'No decision lies before the bureau leader'),
    remedy: words('请先由承办人呈批。', 'Let the handler submit one first (G31).'),
  },
  'deposit-signer-is-submitter': {
    status: 403,
    title: words('签批人不得是呈批人', 'Who submitted the decision does not sign it'),
    remedy: another,
  },
  'deposit-claims-waived': {
    status: 409,
    title: words('涉及质保金的请求均已放弃', 'Every claim on the deposit has been waived'),
    remedy: words(
      '质保金不再支付；请按其余请求继续办理。',
      'The deposit has nothing to pay; go on with the claims that stand (G53).',
    ),
  },
  'deposit-decision-before-waiver': {
    status: 409,
    title: words('呈批后投诉人放弃了部分请求', 'Claims were waived after the decision was submitted'),
    remedy: words(
      '请退回承办人，由其按尚存的请求重新呈批。',
      'Send it back; the handler submits it anew for the claims that stand (G31, G53).',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
