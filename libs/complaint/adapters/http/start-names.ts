import type { Language } from '#calendar';
import type { StartFact } from '#rulebook';

/** What starts a term, in words: a fact that rulebooks name, or a promise to call (H05). */
const NAMES: Readonly<Record<StartFact | 'callback-promised', Readonly<Record<Language, string>>>> = {
  'complaint-registered': { zh: '收到投诉并登记', en: 'the complaint was received and registered' },
  'supplement-requested': { zh: '要求补正', en: 'a supplement was asked for' },
  'preliminary-review-completed': { zh: '初审完成', en: 'the preliminary review was completed' },
  'acceptance-decided:accept': { zh: '决定受理', en: 'the complaint was accepted' },
  'acceptance-decided:reject': { zh: '决定不予受理', en: 'the complaint was rejected' },
  'acceptance-decided:transfer': {
    zh: '决定移送',
    en: 'a transfer to another department was decided',
  },
  'acceptance-decided:refer-down': {
    zh: '决定转办',
    en: 'a referral to a lower office was decided',
  },
  'document-served:D05': {
    zh: '受理通知书送达被投诉人',
    en: 'the notice of acceptance was served on the respondent',
  },
  'document-served:D07': { zh: '转办通知书送达', en: 'the letter of referral was served' },
  'document-published': { zh: '文书公告', en: 'the document was published' },
  'case-sent-down': { zh: '案件转往下级机构', en: 'the case was sent to a lower office' },
  'referral-received': { zh: '收到转办案件', en: 'the referral was received' },
  'designation-sought': { zh: '报请指定管辖', en: 'the designation of jurisdiction was sought' },
  urged: { zh: '催办', en: 'the office was urged' },
  'facts-established': { zh: '事实查明', en: 'the facts were established' },
  'mediation-failed': { zh: '调解不成', en: 'mediation failed' },
  'replenishment-notice-served': {
    zh: '补足质量保证金通知送达',
    en: 'the notice to replenish the deposit was served',
  },
  'case-reopened': { zh: '案件重新办理', en: 'the case was reopened' },
  'case-closed': { zh: '结案', en: 'the case was closed' },
  'result-known': { zh: '得出处理结果', en: 'the result was known' },
  'callback-promised': { zh: '承诺回访', en: 'a call was promised' },
};

/** What a fact that starts a term is called; its code where it has no words here. */
export function startName(start: string, language: Language): string {
  return isNamed(start) ? NAMES[start][language] : start;
}

function isNamed(start: string): start is keyof typeof NAMES {
  return Object.hasOwn(NAMES, start);
}
