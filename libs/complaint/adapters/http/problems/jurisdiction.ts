import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const JURISDICTION_PROBLEMS = {
  'jurisdiction-differs-without-reason': {
    status: 422,
    title: words(
      '管辖认定与依据不一致，须说明理由',
      'The finding on jurisdiction differs from the determination',
    ),
    detail: from(
      ({ determined, offices, recorded }) =>
        `按规则集和已知地点应为 ${list(determined)}（${list(offices)}），所填为 ${list(recorded)}。`,
      ({ determined, offices, recorded }) =>
        `By rulebook and places it is "${list(determined)}" (${list(offices)}); recorded was "${list(recorded)}".`,
    ),
    remedy: words(
      '请查看 GET …/jurisdiction；仍认为不同的，填写 jurisdictionReason。',
      'See `GET …/jurisdiction`; if you still find otherwise, give `jurisdictionReason`.',
    ),
  },
  'jurisdiction-corrected-since': {
    status: 409,
    title: words(
      '初审后更正了被投诉人信息，管辖认定已不成立',
      'The review found otherwise than holds since the correction',
    ),
    detail: from(
      ({ determined, offices, recorded }) =>
        `更正后应为 ${list(determined)}（${list(offices)}），初审为 ${list(recorded)}。`,
      ({ determined, offices, recorded }) =>
        `By what is right it is "${list(determined)}" (${list(offices)}); the review found "${list(recorded)}".`,
    ),
    remedy: words(
      '请退回初审（review-return），重新认定管辖。',
      'Send the review back (`review-return`); the reviewer finds anew whose matter it is.',
    ),
  },
  'competent-office-unfit': {
    status: 422,
    title: words('所填机构与管辖认定不符', 'The office named does not fit the finding'),
    detail: from(
      ({ competentOffice, jurisdiction }) => `${list(competentOffice)} 不符合 ${list(jurisdiction)}。`,
      ({ competentOffice, jurisdiction }) => `${list(competentOffice)} is not "${list(jurisdiction)}" here.`,
    ),
    remedy: words(
      '请填写本系统中的相应机构，或只填名称。',
      'Name an office of this installation that fits, or give its name only.',
    ),
  },
  'no-superior-to-designate': {
    status: 409,
    title: words('本系统中没有共同的上级机构', 'This installation holds no common superior office'),
    remedy: words('请在系统外协商，并据结果办理。', 'Agree outside the system, and act on what was agreed.'),
  },
  'designation-not-among-own-offices': {
    status: 422,
    title: words('只能指定下级机构', 'Only an office below your own can be designated'),
    detail: from(
      ({ office, among }) => `${list(office)} 不在其中：${list(among)}。`,
      ({ office, among }) => `${list(office)} is none of: ${list(among)}.`,
    ),
    remedy: words('请指定下级机构之一。', 'Designate one of them.'),
  },
} as const satisfies ProblemCatalogue<string>;
