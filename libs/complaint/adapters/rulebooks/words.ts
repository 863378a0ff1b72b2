import type { RulebookErrorCode, RulebookProblemCode } from '#rulebook';

/** Everything that can be wrong with a rulebook in a file. */
export type FaultCode =
  | RulebookProblemCode
  | Extract<RulebookErrorCode, 'rulebook-twice' | 'two-laws-at-once' | 'version-not-later' | 'kind-changed'>
  | 'not-json'
  | 'name-twice';

/** What is wrong, in plain words. */
export const FAULT_WORDS: Readonly<Record<FaultCode, { readonly zh: string; readonly en: string }>> = {
  'not-json': { zh: '此处不是有效的 JSON', en: 'the text is not JSON from here on' },
  'name-twice': { zh: '同一对象中字段名重复', en: 'this name stands twice in one object' },
  'not-an-object': { zh: '应为对象 {…}', en: 'this must be an object, {…}' },
  'not-a-list': { zh: '应为列表 […]', en: 'this must be a list, […]' },
  'not-a-text': { zh: '应为文字', en: 'this must be a text' },
  'not-a-number': { zh: '应为数字', en: 'this must be a number' },
  'not-true-or-false': { zh: '应为 true 或 false', en: 'this must be true or false' },
  'not-a-day': {
    zh: '应为存在的日期（YYYY-MM-DD）或 null',
    en: 'this must be a day that exists, YYYY-MM-DD, or null',
  },
  missing: { zh: '缺少此项', en: 'this is missing' },
  'unknown-field': { zh: '没有这个字段', en: 'there is no field of this name' },
  'unknown-value': { zh: '没有这个取值', en: 'this value is not known' },
  empty: { zh: '不得为空', en: 'this must not be empty' },
  'not-positive': { zh: '必须大于零', en: 'this must be more than zero' },
  'not-whole': { zh: '必须是整数', en: 'this must be a whole number' },
  'too-long': { zh: '期限过长，没有这样长的期限', en: 'no term is as long as this' },
  'hours-roll': { zh: '以小时计的期限不顺延', en: 'a term in hours does not roll to another day' },
  'hours-paused': { zh: '以小时计的期限不中止', en: 'a term in hours knows no pauses' },
  'cap-without-pause': {
    zh: '上限所对应的中止事由不在 pauses 之中',
    en: 'a cap is for a reason that stands in pauses',
  },
  'not-a-rung': {
    zh: '提醒的名称只用文字、数字和连字符，不得为 due 或 resume',
    en: 'the name of a reminder has letters, digits and hyphens only, and is neither due nor resume',
  },
  'reminder-not-within-term': { zh: '提醒应在期限之内', en: 'a reminder must lie within its term' },
  'named-twice': { zh: '重复出现', en: 'this stands here twice' },
  'term-twice': {
    zh: '同一类案件的同一期限规定了两次',
    en: 'this term is given twice for the same class of cases',
  },
  'stop-cannot-follow-start': {
    zh: '期限起算之后不可能再发生此事，期限永远不会因它停止',
    en: 'this can never happen once the term has started, so the term would never stop by it',
  },
  'stop-never-comes': {
    zh: '调解不成即终止调解，不会作出裁定，期限永远不会停止',
    en: 'where failed mediation ends in a termination no ruling is ever issued: the term would never stop',
  },
  'stop-needs-occasion': {
    zh: '此事只在另有事由（补正要求、督办、请求指定管辖、上级转办）之后才会发生，期限起算并不引起它，期限可能永远不会停止',
    en: 'this answers something that need not happen (a request for a supplement, an urge, a request for designation, a referral to this office) and does not follow from the start: the term might never stop',
  },
  'miss-without-effect': {
    zh: '此后果不适合这一期限的起算与停止事实，期限届满时不会有任何作用',
    en: 'this does not fit what the term runs from and waits for: its running out would have no effect',
  },
  'validity-reversed': { zh: '有效期止于开始之前', en: 'the validity ends before it begins' },
  'not-in-an-overlay': { zh: '地方规定只能增加期限，不得规定程序', en: 'a local rule adds terms only' },
  'ground-of-another-form': {
    zh: '此项理由不属于这种质保金使用方式',
    en: 'this ground does not belong to this form of using the deposit',
  },
  'closing-without-approval': {
    zh: '立案的案件都须经审批结案（G37）',
    en: 'every filed case is closed with an approval (G37): this must be true',
  },
  'rulebook-twice': { zh: '另一文件已有相同 id 的规则集', en: 'another file has a rulebook of this id' },
  'two-laws-at-once': {
    zh: '同一天只能有一部法定规则有效',
    en: 'only one statutory rulebook may be in force on a day',
  },
  'version-not-later': {
    zh: '要替换已有的规则集，version 必须更大',
    en: 'to take the place of the rulebook of this id, its version must be higher',
  },
  'kind-changed': {
    zh: '要替换已有的规则集，kind 必须相同',
    en: 'to take the place of the rulebook of this id, it must be of the same kind',
  },
};
