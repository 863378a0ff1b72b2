import type { ProblemCatalogue } from '#platform/http';
import { correctTime, from, list, words } from './words.js';

export const CORRECTIONS_PROBLEMS = {
  'record-not-correctable': {
    status: 422,
    title: words('该处没有可以更正的记录', 'There is no record here that can be corrected'),
    detail: from(
      ({ revision, correctable }) => `位置 ${list(revision)}；可更正：${list(correctable)}。`,
      ({ revision, correctable }) => `Revision ${list(revision)}; correctable: ${list(correctable)}.`,
    ),
    remedy: words(
      '请在案件历史中查找该记录的 revision；决定、办理行为不作更正，另行办理。',
      'Look up the revision of the record in the history; decisions and acts are not corrected but followed by others.',
    ),
  },
  'record-does-not-stand': {
    status: 409,
    title: words('该记录已不再有效', 'The record does not stand any more'),
    remedy: words(
      '属于以前的办理过程，或已被公告送达取代。',
      'It belongs to an earlier course of the case, or a publication took its place.',
    ),
  },
  'fields-not-correctable': {
    status: 422,
    title: words('该记录没有这些可更正的内容', 'The record holds nothing of this that could be corrected'),
    detail: from(
      ({ fields, correctable }) => `给出：${list(fields)}；可更正：${list(correctable)}。`,
      ({ fields, correctable }) => `Given: ${list(fields)}; correctable: ${list(correctable)}.`,
    ),
    remedy: words('请只填写可更正的内容，至少一项。', 'Give at least one of those, and no other.'),
  },
  'correction-of-own-record': {
    status: 403,
    title: words('不得更正涉及自己的记录', 'Nobody corrects a record about himself'),
    remedy: words(
      '请由未记录、未被记录且不承办本案的科长或领导更正。',
      'A section head or leader who did not record it, is not named in it and does not handle the case can (H17).',
    ),
  },
  'correction-contradicts': {
    status: 422,
    title: words('更正后的时间与其后的记录矛盾', 'The corrected time contradicts what came after it'),
    detail: from(
      ({ at, notAfter }) => `${list(at)} 晚于 ${list(notAfter)}。`,
      ({ at, notAfter }) => `${list(at)} is later than ${list(notAfter)}.`,
    ),
    remedy: correctTime,
  },
  'claims-are-others': {
    status: 422,
    title: words('更正只改数额，不改请求事项', 'A correction changes figures, not what is claimed'),
    detail: from(
      ({ kinds }) => `原请求事项：${list(kinds)}。`,
      ({ kinds }) => `The claims are: ${list(kinds)}.`,
    ),
    remedy: words(
      '请按原顺序列出全部请求事项。',
      'List all claims in their order; what is asked for anew is another complaint.',
    ),
  },
  'deposit-decided-by-kind': {
    status: 409,
    title: words('质保金决定已按该类别签批', 'The deposit was decided on for that kind of operator'),
    detail: from(
      ({ kind, signedAt }) => `类别：${list(kind)}；签批于 ${list(signedAt)}。`,
      ({ kind, signedAt }) => `Kind: ${list(kind)}; signed at ${list(signedAt)}.`,
    ),
    remedy: words(
      '决定不因更正而改变；请先由领导决定重新办理，再更正。',
      'A correction takes no decision back: have the leader reopen the case first (H16), then correct it.',
    ),
  },
  'record-reaches-another-office': {
    status: 409,
    title: words('该记录已为另一机构的案件所用', "Another office's case rests on this record"),
    detail: from(
      ({ office }) => `机构：${list(office)}。`,
      ({ office }) => `It is ${list(office)}.`,
    ),
    remedy: words('请与该机构联系。', 'Settle it with that office.'),
  },
} as const satisfies ProblemCatalogue<string>;
