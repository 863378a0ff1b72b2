import type { Words } from '#platform/http';
import type { Chapter, CorrectionCause, FigureLine } from '../../domain/index.js';

const w = (zh: string, en: string): Words => ({ zh, en });

/** What the columns of a printed or exported report are called. */
export const COLUMNS = [
  ['chapter', '部分', 'Chapter'],
  ['item', '项目', 'Item'],
  ['detail', '分项', 'Detail'],
  ['figure', '数量', 'Figure'],
] as const;
export type Column = (typeof COLUMNS)[number][0];

const CHAPTER_WORDS: Readonly<Record<Chapter, Words>> = {
  received: w('收到投诉', 'Received'),
  'received-by-channel': w('收到投诉：按渠道', 'Received, by channel'),
  'received-by-respondent': w('收到投诉：按被投诉人类别', 'Received, by kind of operator'),
  'received-by-claim': w(
    '收到投诉：按请求事项（一件可有多项）',
    'Received, by what is asked for (several each)',
  ),
  undecided: w('待决定是否受理', 'Waiting for the decision'),
  'undecided-left': w('已不待决定：去向', 'No longer waiting: what came'),
  decisions: w('受理审批决定', 'Decisions on acceptance'),
  'rejected-on': w('不予受理：按理由（一件可有多项）', 'Rejected, by ground (several each)'),
  'accepted-for': w('受理：按受理范围（一件可有多项）', 'Accepted, by head of the scope (several each)'),
  work: w('在办案件', 'Cases in work'),
  'work-left': w('已不在办：去向', 'No longer in work: how'),
  outcomes: w('处理结果', 'Outcomes'),
  'outcomes-by-respondent': w('处理结果：按被投诉人类别', 'Outcomes, by kind of operator'),
  'outcomes-by-channel': w('处理结果：按渠道', 'Outcomes, by channel'),
  terms: w('本季度届满的期限', 'Terms that fell due'),
  recusals: w('回避', 'Recusal'),
  satisfaction: w('回访满意度', 'Satisfaction when called'),
};

/** What codes are called; a code without words is shown as it is. */
const CODE_WORDS: Readonly<Record<string, Words>> = {
  all: w('合计', 'all'),
  unknown: w('未记载', 'not recorded'),
  other: w('其他', 'other'),
  'from-other-offices': w('其中由本系统其他机构转来', 'from another office of the installation'),
  repeated: w('其中重复投诉', 'the same brought again'),
  before: w('期初', 'at the beginning'),
  entered: w('新增', 'came'),
  left: w('减少', 'went'),
  after: w('期末', 'at the end'),
  'median-days': w('自收到起的天数：中位数', 'days from receipt: median'),
  'ninetieth-days': w('自收到起的天数：第90百分位', 'days from receipt: 90th percentile'),
  due: w('届满', 'fell due'),
  met: w('按期', 'in time'),
  late: w('逾期后办结', 'done late'),
  missed: w('逾期未办', 'missed and open'),
  running: w('未到期或中止', 'running or paused'),
  cancelled: w('不再适用', 'fallen away'),
  unverified: w('其中期限规定未核实', 'of a term that is not verified'),
  requested: w('申请', 'asked for'),
  granted: w('准许', 'granted'),
  refused: w('驳回', 'refused'),
  phone: w('电话', 'phone'),
  visit: w('上门', 'visit'),
  letter: w('书面', 'letter'),
  online: w('网络', 'online'),
  'hotline-12345': w('12345热线', '12345 hotline'),
  transferred: w('转办', 'transferred'),
  media: w('媒体', 'media'),
  'travel-agency': w('旅行社', 'travel agency'),
  hotel: w('宾馆饭店', 'hotel'),
  'scenic-area': w('景区', 'scenic area'),
  restaurant: w('餐厅', 'restaurant'),
  transport: w('交通', 'transport'),
  taxi: w('出租车', 'taxi'),
  shop: w('购物场所', 'shop'),
  accept: w('受理', 'accepted'),
  reject: w('不予受理', 'not accepted'),
  transfer: w('移送', 'transferred out'),
  'refer-down': w('转办下级', 'referred down'),
  R1: w('R1 法院、仲裁或其他机关已受理', 'R1 before a court, an arbitrator or another authority'),
  R2: w('R2 已处理且无新情况', 'R2 handled already, nothing new'),
  R3: w('R3 不属管辖', 'R3 not within the remit'),
  R4: w('R4 超过时效', 'R4 out of time'),
  R5: w('R5 不符合条件', 'R5 conditions unmet'),
  R6: w('R6 其他经济纠纷', 'R6 another economic dispute'),
  S1: w('S1 违反合同约定', 'S1 breach of contract'),
  S2: w('S2 未达服务标准', 'S2 below the standard of service'),
  S3: w('S3 欺诈', 'S3 fraud'),
  S4: w('S4 人身、财产损失', 'S4 injury or loss of property'),
  S5: w('S5 破产致预付费损失', 'S5 prepaid fees lost by bankruptcy'),
  S6: w('S6 其他损害', 'S6 other harm'),
  accepted: w('受理', 'accepted'),
  rejected: w('不予受理', 'not accepted'),
  'transferred-out': w('移送', 'transferred out'),
  'referred-down': w('转办下级', 'referred down'),
  agreed: w('调解达成协议', 'mediated, agreed'),
  settled: w('当事人和解', 'settled by the parties'),
  ruled: w('作出处理决定', 'ruled'),
  terminated: w('终止调解', 'mediation terminated'),
  'deposit-decided': w('质量保证金决定', 'decision on the deposit'),
  withdrawn: w('撤回', 'withdrawn'),
  revoked: w('撤销立案', 'filing revoked'),
  'acted-at-once': w('即时制止', 'acted at once'),
  'rejection-served': w('不予受理已送达', 'rejection served'),
  'transfer-concluded': w('移送已有结果', 'transfer concluded'),
  'referral-concluded': w('转办已有结果', 'referral concluded'),
  'handed-over': w('转由其他机构办理', 'goes on at another office'),
  closed: w('结案', 'closed'),
  archived: w('归档', 'archived'),
  satisfied: w('满意', 'satisfied'),
  'partly-satisfied': w('基本满意', 'partly satisfied'),
  dissatisfied: w('不满意', 'dissatisfied'),
  'no-opinion': w('不表态', 'no opinion'),
  statutory: w('法定', 'by law'),
  internal: w('内部规程', "office's own"),
  overlay: w('地方规定', 'local rule'),
  promise: w('承诺', 'promise'),
};

/** Why a quarter was published again. */
export const CAUSE_WORDS: Readonly<Record<CorrectionCause, Words>> = {
  'recorded-late': w('事实在公布后补录', 'facts were recorded after the publication'),
  'record-corrected': w('记录经更正', 'records were corrected'),
  'counted-otherwise': w('统计口径变更', 'it is counted in another way'),
};

/** Whether the code has words of its own. */
export function hasWords(code: string): boolean {
  return Object.hasOwn(CODE_WORDS, code);
}

/** One figure as it is printed, in both languages. */
export function printedLine({ chapter, item, detail, figure }: FigureLine): Readonly<Record<Column, string>> {
  return {
    chapter: both(CHAPTER_WORDS[chapter]),
    item: item.split(' ').map(wordOf).join(' '),
    detail: detail === '' ? '' : wordOf(detail),
    figure: figure === null ? '–' : String(figure),
  };
}

function wordOf(code: string): string {
  const words = hasWords(code) ? CODE_WORDS[code] : undefined;
  return words ? both(words) : code;
}

function both({ zh, en }: Words): string {
  return `${zh} ${en}`;
}
