import { say, type MatterCode, type ProblemCatalogue } from '#platform/http';
import type { DirectComplaintRefusalCode } from '../../domain/index.js';

const { another, from, list, reread, words } = say;

/** What each refusal of a direct complaint's rules says, in both languages: does not compile while one has no words. */
export const OPERATOR_PROBLEMS = {
  'direct-complaint-not-found': {
    status: 404,
    title: words('没有该投诉', 'There is no such complaint'),
    remedy: words('请核对编号。', 'Check the id.'),
  },
  'direct-complaint-already-received': {
    status: 409,
    title: words('该投诉已登记', 'The complaint is in the register already'),
    detail: from(
      ({ number }) => `登记编号为 ${list(number)}。`,
      ({ number }) => `Its number is ${list(number)}.`,
    ),
    remedy: words('请直接办理已登记的投诉。', 'Go on with the one that is registered.'),
  },
  'complaint-is-about-you': {
    status: 403,
    title: words('该投诉涉及本人，本人不得办理', 'The complaint is about you'),
    remedy: another,
  },
  'person-is-complained-of': {
    status: 422,
    title: words('被投诉的人员不得承办、调查或调解', 'Who is complained of does not handle the complaint'),
    detail: from(
      ({ person }) => `涉及人员：${list(person)}。`,
      ({ person }) => `It is about: ${list(person)}.`,
    ),
    remedy: words('请指定其他人员。', 'Name somebody else.'),
  },
  'intake-incomplete': {
    status: 422,
    title: words('记录内容不全', 'The record lacks something it must hold'),
    detail: from(
      ({ missing }) => `缺少：${list(missing)}。`,
      ({ missing }) => `Missing: ${list(missing)}.`,
    ),
    remedy: words(
      '请当场向投诉人问明后记录；来信投诉可登记后通知补充。',
      'Ask the complainant while he is there; what a letter lacks can be asked for after it is entered (B04).',
    ),
  },
  'nothing-named-as-missing': {
    status: 422,
    title: words('未写明缺少的内容', 'Nothing is named as missing'),
    remedy: words('请至少写明一项。', 'Name at least one item.'),
  },
  'decline-needs-reason': {
    status: 422,
    title: words('不予受理须书面说明理由', 'To decline needs a written reason'),
    remedy: words('请写明理由。', 'Write the reason.'),
  },
  'letter-not-answered': {
    status: 409,
    title: words('来信尚未答复是否受理', 'The letter has not been answered yet'),
    remedy: words(
      '请先与投诉人联系，告知是否受理（acceptance-notices）。',
      'Tell the complainant first whether it is accepted (acceptance-notices).',
    ),
  },
  'not-responsible': {
    status: 403,
    title: words('该投诉由他人负责', 'Somebody else is responsible for it'),
    detail: from(
      ({ responsible }) => `承办责任人：${list(responsible)}。`,
      ({ responsible }) => `Responsible: ${list(responsible)}.`,
    ),
    remedy: words(
      '请由责任人办理，或先变更责任人。',
      'Let that person do it, or have another one named first.',
    ),
  },
  'too-few-investigators': {
    status: 422,
    title: words('调查须由两名以上人员进行', 'An investigation takes at least two people'),
    detail: from(
      ({ investigators }) => `调查人员：${list(investigators)}。`,
      ({ investigators }) => `Investigators: ${list(investigators)}.`,
    ),
    remedy: words(
      '请由两名未被投诉的人员调查并记录。',
      'Have two people investigate who are not complained of, and record it.',
    ),
  },
  'outcome-needs-agreement': {
    status: 422,
    title: words('协商或调解解决须有书面协议', 'What was agreed must stand in a written agreement'),
    remedy: words('请附上双方的书面协议。', 'Add the written agreement.'),
  },
  'no-agreement-in-mediation': {
    status: 422,
    title: words('没有达成一致的调解记录', 'There is no mediation in which both agreed'),
    remedy: words('请先记录调解，或另选处理结果。', 'Record the mediation first, or choose another outcome.'),
  },
  'retention-too-short': {
    status: 422,
    title: words('保存期限不得少于两年', 'A file is kept for two years at the least'),
    remedy: words('请改为两年以上。', 'Name two years or more.'),
  },
  'retention-not-over': {
    status: 409,
    title: words('保存期限尚未届满', 'The file must still be kept'),
    detail: from(
      ({ keepUntil, from: day }) => `保存至 ${list(keepUntil)}，自 ${list(day)} 起可提出销毁。`,
      ({ keepUntil, from: day }) =>
        `It is kept until ${list(keepUntil)}; its destruction can be proposed from ${list(day)}.`,
    ),
    remedy: words('请在期限届满后提出。', 'Propose it when the term has run out.'),
  },
  'destruction-needs-second-person': {
    status: 403,
    title: words('销毁须由另一人批准', 'Another person must approve the destruction'),
    remedy: another,
  },
  'record-not-found': {
    status: 422,
    title: words('没有要更正的记录', 'There is no such record to correct'),
    remedy: reread,
  },
  'correction-changes-nothing': {
    status: 422,
    title: words('更正没有写明内容', 'The correction changes nothing'),
    remedy: words('请写明更正后的内容。', 'Say what the record should read.'),
  },
  'correction-names-one-record': {
    status: 422,
    title: words('一次更正一项记录', 'A correction is of exactly one record'),
    remedy: words(
      '请在 intake、investigation、mediation、outcome 中只填一项。',
      'Fill in one of `intake`, `investigation`, `mediation`, `outcome`.',
    ),
  },
} as const satisfies ProblemCatalogue<
  Exclude<DirectComplaintRefusalCode, MatterCode> | 'correction-names-one-record'
>;
