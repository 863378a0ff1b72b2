import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, reread, words } from './words.js';

export const CALLBACKS_PROBLEMS = {
  'callback-not-found': {
    status: 404,
    title: words('本案没有该回访', 'The case has no such call'),
    remedy: reread,
  },
  'callback-not-open': {
    status: 409,
    title: words('该回访已结束', 'The call has been made or given up already'),
    remedy: reread,
  },
  'callback-due-impossible': {
    status: 422,
    title: words('回访期限不成立', 'The call cannot be due then'),
    detail: from(
      ({ after, notAfter }) => `期限须晚于 ${list(after)}，且不晚于 ${list(notAfter)}。`,
      ({ after, notAfter }) => `It has to be later than ${list(after)} and not later than ${list(notAfter)}.`,
    ),
    remedy: words(
      '请核对答应回电的时间；告知的下一期限须晚于原期限。',
      'Check by when the call was promised; a next deadline that is announced lies after the present one (H05, H23).',
    ),
  },
  'result-promised-before-facts': {
    status: 409,
    title: words('事实查明前不得承诺结果', 'No outcome is promised before the facts are known'),
    remedy: words(
      '可以承诺进展回访（progress）或约定回电（agreed）。',
      'Promise a call on the progress (`progress`) or at a time agreed (`agreed`) instead (H05).',
    ),
  },
  'callback-of-another': {
    status: 403,
    title: words('该回访由他人负责', 'The call is for somebody else to make'),
    detail: from(
      ({ assignee }) => `负责人为 ${list(assignee)}。`,
      ({ assignee }) => `It is assigned to ${list(assignee)}.`,
    ),
    remedy: words(
      '请由负责人回访，或由科长改派。',
      'Let that person call, or the section head assign it anew (H01).',
    ),
  },
  'follow-up-by-handler': {
    status: 403,
    title: words('承办人不得回访自己承办的案件', 'Who handled the case does not make its follow-up call'),
    remedy: another,
  },
  'recused-cannot-call': {
    status: 422,
    title: words('已回避的人员不得回访', 'Who stands aside from the case does not call its complainant'),
    remedy: another,
  },
  'follow-up-term-stands': {
    status: 409,
    title: words('该回访的期限由规则确定', 'The term of this call is set by the rulebook'),
    remedy: words(
      '请记录未接通或投诉人要求改时回电；逾期仍须回访。',
      'Record the attempt; the call is made all the same when the term has run out (H07, H10).',
    ),
  },
  'no-delay-to-announce': {
    status: 409,
    title: words('本案没有需要告知延期的期限', 'The case has no term of which a delay could be announced'),
    remedy: words(
      '期限办结或者取消后无须告知。',
      'A term that was kept or cancelled owes no announcement (H23).',
    ),
  },
  'delay-of-another-term': {
    status: 422,
    title: words('该期限不在告知之列', 'The complainant does not wait for that term'),
    detail: from(
      ({ clock }) => `期限 ${list(clock)} 不在本案，不属于须告知的期限，或者已经办结、取消。`,
      ({ clock }) =>
        `${list(clock)} is none of the case, none that the complainant waits for, or was kept or cancelled.`,
    ),
    remedy: words(
      '请在期限清单中查看标有 announcement 的期限。',
      'The clocks of the case show `announcement` where one is owed (H23).',
    ),
  },
  'callback-record-incomplete': {
    status: 422,
    title: words('回访记录不完整', 'The record of the call is incomplete'),
    detail: from(
      ({ missing }) => `缺少：${list(missing)}。`,
      ({ missing }) => `Missing: ${list(missing)}.`,
    ),
    remedy: words(
      '结束前请询问“这样是否可以接受？还有其他问题吗？”，办结回访并记录满意度。',
      'Ask "is this acceptable? anything else?" before ending (H15); a follow-up also records the satisfaction (H10).',
    ),
  },
  'callback-not-tried-enough': {
    status: 409,
    title: words('联系次数不足', 'The complainant was not called often enough'),
    detail: from(
      ({ attempts, needed }) => `已联系 ${list(attempts)} 次，须 ${list(needed)} 次。`,
      ({ attempts, needed }) => `${list(attempts)} attempts are recorded; ${list(needed)} are needed.`,
    ),
    remedy: words('请换时间再次联系并记录。', 'Call again at another time, and record it.'),
  },
  'callback-cancelled-by-caller': {
    status: 403,
    title: words('拨打电话的人不得自己决定不再回访', 'Who made the calls does not give them up'),
    remedy: another,
  },
  'reopening-not-offered': {
    status: 409,
    title: words('没有待答复的重新办理事项', 'There is no offer to reopen that waits for an answer'),
    remedy: reread,
  },
  'declined-by-handler': {
    status: 403,
    title: words('承办人不得决定不予重新办理', 'Who handled the case does not decline to reopen it'),
    remedy: another,
  },
} as const satisfies ProblemCatalogue<string>;
