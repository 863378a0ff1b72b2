import {
  volumeOf,
  type Happened,
  type RegisteredComplaint,
  type VolumeItem,
  type VolumeKind,
} from '../../domain/index.js';
import { DOCUMENTS } from '../../domain/index.js';
import { words } from './problems/words.js';
import type { Words } from '#platform/http';

const document = (kind: keyof typeof DOCUMENTS): Words => DOCUMENTS[kind].title;

/** What each piece of a volume is called. */
const TITLES: Readonly<Record<VolumeKind, Words>> = {
  complaint: words('旅游投诉书、登记表', 'Complaint and register entry'),
  evidence: words('证据材料', 'Evidence'),
  supplement: words('补正材料', 'Supplement'),
  review: words('初审意见', 'Preliminary review'),
  'review-return': words('初审退回意见', 'Return of the review'),
  decision: words('投诉审批表', 'Decision on acceptance'),
  'filing-report': words('立案审批报告', 'Filing report'),
  'filing-approval': words('立案批准', 'Approval of the filing'),
  D04: document('D04'),
  D05: document('D05'),
  D06: document('D06'),
  D07: document('D07'),
  D08: document('D08'),
  D09: document('D09'),
  D18: document('D18'),
  'service-attempt': words('送达未成的记录', 'Record of an attempt to serve'),
  publication: words('公告送达', 'Service by publication'),
  receipt: words('收回的送达回证', 'Receipt that came back'),
  'service-record': words('送达回证', 'Record of service'),
  'oral-notice': words('口头告知记录', 'Record of a notice by word of mouth'),
  reply: words('被投诉人书面答复', "Respondent's written answer"),
  silence: words('逾期未答复的记录', 'Note that no answer came'),
  'referral-report': words('转办办理结果', 'Report of the lower office'),
  'transfer-result': words('移送办理结果', 'Result of the other department'),
  'transfer-closing': words('移送案件办结决定', 'Decision to close the transfer'),
  withdrawal: words('撤回投诉记录', 'Withdrawal of the complaint'),
  revocation: words('撤销立案决定', 'Revocation of the filing'),
  'immediate-action': words('即时处理记录', 'Record of action at once'),
  'power-of-attorney': words('授权委托书', 'Power of attorney'),
  'agent-revocation': words('解除委托记录', "End of an agent's authority"),
  representatives: words('代表人推选书', 'Election of representatives'),
  'recusal-request': words('回避申请', 'Request to stand aside'),
  'recusal-decision': words('回避决定', 'Decision on standing aside'),
  'enforcement-lead': words('违法线索', 'Sign of an illegal act'),
  'non-cooperation': words('不配合情况记录', 'Record of non-cooperation'),
  responsibility: words('逾期责任记录', 'Who answers for a missed term'),
  'closing-form': words('结案审批表', 'Closing form'),
  annex: words('结案附件', 'Annexes of the closing form'),
  'closing-return': words('结案退回意见', 'Return of the closing form'),
  'closing-approval': words('结案批准', 'Approval of the closing'),
  reopening: words('重新办理决定', 'Decision to reopen'),
};

/** Cover and contents of a case's volume: as they were archived, or as far as the case has come (卷宗, D21). */
export function volumeView(state: RegisteredComplaint, history: readonly Happened[]) {
  const { registration, archive } = state;
  const items: readonly VolumeItem[] = archive?.contents ?? volumeOf(history);
  return {
    id: registration.complaintId,
    number: registration.number,
    phase: state.phase,
    office: registration.office,
    respondent: registration.respondent.name,
    receivedAt: registration.receivedAt,
    ...(archive
      ? {
          archivedAt: archive.archivedAt,
          archivedBy: archive.archivedBy,
          retention: archive.retention,
          keptUntil: archive.keptUntil,
          pages: archive.pages,
          destroyedAt: archive.destruction?.destroyedAt,
        }
      : {}),
    items: items.map((item) => ({ ...item, title: TITLES[item.kind] })),
  };
}

/** The same as it is printed on the inside of a file (卷内目录). */
export function volumeInWords(volume: ReturnType<typeof volumeView>): string {
  const { retention, keptUntil, archivedAt } = volume;
  const cover = [
    `卷宗 ${volume.number}`,
    `被投诉人 ${volume.respondent}`,
    ...(archivedAt ? [`归档 ${archivedAt.slice(0, 10)}`] : []),
    ...(retention ? [`保管期限 ${retention.class}${keptUntil ? `，至 ${keptUntil}` : ''}`] : []),
  ];
  const lines = volume.items.map(({ place, title, number = '', on, count }) =>
    [String(place), number, title.zh, on, count === undefined ? '' : `${String(count)} 件`].join('\t'),
  );
  return [...cover, '', ['顺序号', '文号', '题名', '日期', '备注'].join('\t'), ...lines, ''].join('\n');
}
