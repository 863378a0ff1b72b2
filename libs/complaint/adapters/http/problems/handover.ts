import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const HANDOVER_PROBLEMS = {
  'referral-not-served': {
    status: 409,
    title: words('转办通知书尚未送达', 'The notice of referral has not been served'),
    remedy: words('请先送达转办通知书。', 'Serve it on the lower office first (G12).'),
  },
  'transfer-not-sent': {
    status: 409,
    title: words('移送函尚未发出', 'The letter of transfer has not been sent'),
    remedy: words('请先发出移送函。', 'Send the letter of transfer first (G13).'),
  },
  'receiver-answers-itself': {
    status: 409,
    title: words('由接收机构在本系统中自行答复', 'The receiving office answers from its own case'),
    remedy: words('请等待其报告或退回。', 'Wait for its report or return; a superior office can urge it.'),
  },
  'receipt-already-recorded': {
    status: 409,
    title: words('回执已登记', 'The slip for the file is recorded already'),
    remedy: words('无需再次登记。', 'There is nothing to do.'),
  },
  'nobody-awaits-a-report': {
    status: 409,
    title: words('没有机构等待本案报告', 'No office waits for a report on this case'),
    remedy: words(
      '只有转办或移送来的案件才报告。',
      'Only a case that was referred or transferred here is reported on.',
    ),
  },
  'already-reported': {
    status: 409,
    title: words('已报告', 'It has been reported already'),
    remedy: words('退回后可再次报告。', 'Report again when the report is sent back.'),
  },
  'case-went-elsewhere': {
    status: 409,
    title: words('案件已转由其他机构办理', 'The case went on at another office'),
    remedy: words('请由现办理机构重新办理。', 'It is taken up again where it went.'),
  },
  'not-from-another-office': {
    status: 409,
    title: words('案件不是其他机构转来的', 'The case did not come from another office'),
    remedy: words('不属本局管辖的，请移送或转办。', 'If it is not yours, transfer it or refer it down.'),
  },
  'designated-case-stays': {
    status: 409,
    title: words('上级已指定管辖，不得退回、移送或再议', 'A superior office has said whose case this is'),
    detail: from(
      ({ designatedBy }) => `指定机构：${list(designatedBy)}。`,
      ({ designatedBy }) => `${list(designatedBy)} has said so.`,
    ),
    remedy: words('请作为本级案件办理。', 'Handle it as a case of your own.'),
  },
  'receiver-not-below': {
    status: 422,
    title: words('只能转办下级机构', 'A case is referred down to an office below your own'),
    remedy: words('请选择下级机构，或移送。', 'Choose a lower office, or transfer it.'),
  },
  'receiver-is-below': {
    status: 422,
    title: words('下级机构应当用转办', 'To an office below your own a case is referred down'),
    remedy: words('请改为转办。', 'Decide `refer-down`.'),
  },
  'receiver-not-an-office': {
    status: 422,
    title: words(
      '本系统中没有可接收的这一机构',
      'This installation holds no such office that could get the case',
    ),
    remedy: words(
      '请填写本系统中的机构，或只填名称。',
      'Name another office of this installation, or give its name in `receiver`.',
    ),
  },
  'receiver-had-the-case': {
    status: 409,
    title: words('该机构已办理过本案', 'That office has had the case already'),
    detail: from(
      ({ route }) => `案件经过：${list(route)}。`,
      ({ route }) => `It came by way of: ${list(route)}.`,
    ),
    remedy: words(
      '请退回，或报请共同的上级指定管辖。',
      'Give it back, or ask the common superior to designate (G50).',
    ),
  },
  'receiver-returned-it-twice': {
    status: 409,
    title: words('该机构已两次退回', 'That office has given the case back twice'),
    remedy: words(
      '请报请共同的上级指定管辖，或另定去向。',
      'Ask the common superior to designate (G50), or decide otherwise.',
    ),
  },
  'more-time-not-for-this-case': {
    status: 409,
    title: words('只有适用质保金的案件可以请求延长', 'Only a deposit case may take longer'),
    remedy: words('请在期限内报告。', 'Report within the term (A15).'),
  },
  'more-time-beyond-maximum': {
    status: 422,
    title: words('超过可延长的天数', 'More days than the rulebook allows'),
    detail: from(
      ({ days, most }) => `请求 ${list(days)} 日，最多 ${list(most)} 日。`,
      ({ days, most }) => `${list(days)} were asked for; at most ${list(most)} can be granted.`,
    ),
    remedy: words('请减少天数。', 'Ask for fewer days.'),
  },
  'more-time-asked-already': {
    status: 409,
    title: words('已请求过延长', 'More time has been asked for already'),
    remedy: words('只能请求一次。', 'It can be asked for once.'),
  },
  'term-has-run-out': {
    status: 409,
    title: words('期限已届满', 'The term has run out'),
    remedy: words(
      '延期须在届满前申请并批准；请尽快办结或报告。',
      'More time is asked for and granted before that (A11); finish or report as soon as you can.',
    ),
  },
  'more-time-not-asked': {
    status: 409,
    title: words('没有待答复的延长请求', 'Nobody has asked for more time'),
    remedy: words('无需答复。', 'There is nothing to answer.'),
  },
} as const satisfies ProblemCatalogue<string>;
