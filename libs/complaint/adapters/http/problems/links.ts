import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const LINKS_PROBLEMS = {
  'link-to-itself': {
    status: 422,
    title: words('不能与本案自身关联', 'A complaint is not linked to itself'),
    remedy: words('请填写另一件投诉的 id。', 'Name another complaint in `to`.'),
  },
  'link-exists-already': {
    status: 409,
    title: words('两件投诉已经关联', 'The two complaints are linked already'),
    detail: from(
      ({ kind, linkId }) => `关联方式：${list(kind)}；编号：${list(linkId)}。`,
      ({ kind, linkId }) => `As ${list(kind)}, link ${list(linkId)}.`,
    ),
    remedy: words('如需更改，请先解除原关联。', 'To change it, undo the link first.'),
  },
  'link-not-found': {
    status: 404,
    title: words('本案没有该项关联', 'The case has no such link'),
    remedy: words('请查看案件的 links。', 'See `links` of the case.'),
  },
  'linked-complaint-not-found': {
    status: 422,
    title: words('没有找到要关联的投诉', 'The complaint to link to is not there'),
    remedy: words(
      '请填写本单位一件您有权查看的投诉的 id。',
      'Name a complaint of your office that you may work with.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
