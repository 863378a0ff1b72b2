import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, reread, words } from './words.js';

export const EVIDENCE_PROBLEMS = {
  'case-holds-enough-files': {
    status: 422,
    title: words('本案附件已达上限', 'The case holds as many files as it may'),
    detail: from(
      ({ files, bytes, limitFiles, limitBytes }) =>
        `已有 ${list(files)} 个、${list(bytes)} 字节；上限 ${list(limitFiles)} 个、${list(limitBytes)} 字节。`,
      ({ files, bytes, limitFiles, limitBytes }) =>
        `${list(files)} files of ${list(bytes)} bytes; the limits are ${list(limitFiles)} and ${list(limitBytes)}.`,
    ),
    remedy: words(
      '请合并或压缩图片、缩短录音录像；确有需要请管理员调高上限。',
      'Join or shrink pictures, shorten recordings; if need be an administrator can raise the limit.',
    ),
  },
  'attachment-not-in-case': {
    status: 404,
    title: words('本案没有该附件', 'The case has no such file'),
    remedy: words('请从案件的 attachments 中选择。', 'Take one from the `attachments` of the case.'),
  },
  'attachment-is-struck': {
    status: 409,
    title: words('该附件已作误附处理', 'The file was struck as attached by mistake'),
    detail: from(
      ({ struckAt }) => `处理时间为 ${list(struckAt)}。`,
      ({ struckAt }) => `It was struck at ${list(struckAt)}.`,
    ),
    remedy: reread,
  },
  'attachment-struck-by-who-attached': {
    status: 409,
    title: words('附件不得由上传人自行作废', 'Nobody strikes a file that he attached himself'),
    remedy: another,
  },
  'attachment-of-a-person': {
    status: 403,
    title: words('该附件属于投诉人本人', "The file is a complainant's own paper"),
    remedy: words(
      '请先以 POST contact-disclosures 写明查看目的（当日有效），再下载。',
      'First ask to see the contact of `subject` (POST contact-disclosures, with a purpose); then it opens for that day.',
    ),
  },
  'attachment-erased': {
    status: 410,
    title: words('附件内容已随个人信息删除', 'The content is gone: the person it belonged to was erased'),
    remedy: words('摘要与元数据仍可用于核对。', 'Its hash and metadata are still there to check against.'),
  },
} as const satisfies ProblemCatalogue<string>;
