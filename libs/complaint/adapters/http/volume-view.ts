import {
  DOCUMENTS,
  volumeOf,
  type DocumentKind,
  type Happened,
  type RegisteredComplaint,
  type VolumeItem,
  type VolumeKind,
} from '../../domain/index.js';
import { words } from './problems/words.js';
import type { Words } from '#platform/http';

/** What each piece of a volume is called that is no document with a number of its own. */
const TITLES: Readonly<Record<Exclude<VolumeKind, DocumentKind>, Words>> = {
  complaint: words('旅游投诉书、登记表', 'Complaint and register entry'),
  evidence: words('证据材料', 'Evidence'),
  supplement: words('补正材料', 'Supplement'),
  review: words('初审意见', 'Preliminary review'),
  'review-return': words('初审退回意见', 'Return of the review'),
  decision: words('投诉审批表', 'Decision on acceptance'),
  'filing-report': words('立案审批报告', 'Filing report'),
  'filing-approval': words('立案批准', 'Approval of the filing'),
  'service-attempt': words('送达未成的记录', 'Record of an attempt to serve'),
  publication: words('公告送达', 'Service by publication'),
  receipt: words('收回的送达回证', 'Receipt that came back'),
  'service-record': words('送达回证', 'Record of service'),
  appraisal: words('鉴定中止期限', 'Pause for an appraisal'),
  'parties-request': words('双方请求中止期限', 'Pause at the request of both parties'),
  'pause-end': words('恢复计算期限', 'End of a pause'),
  'oral-notice': words('口头告知记录', 'Record of a notice by word of mouth'),
  reply: words('被投诉人书面答复', "Respondent's written answer"),
  silence: words('逾期未答复的记录', 'Note that no answer came'),
  'referral-report': words('转办办理结果', 'Report of the lower office'),
  'transfer-result': words('移送办理结果', 'Result of the other department'),
  'transfer-closing': words('移送案件办结决定', 'Decision to close the transfer'),
  jurisdiction: words('管辖认定', 'Finding on jurisdiction'),
  'designation-request': words('报请指定管辖', 'Request for designation'),
  designation: words('指定管辖决定', 'Designation of jurisdiction'),
  'transfer-receipt': words('移送回执', 'Slip of the other department'),
  report: words('向来件机构报告', 'Report to the office that sent the case'),
  'report-return': words('退回报告', 'Report sent back'),
  'handover-return': words('退回', 'Case given back'),
  recall: words('提级办理', 'Taken up by a superior'),
  reassignment: words('改派', 'Given to another office'),
  'handover-withdrawal': words('撤回转办', 'Taken back by the sender'),
  'more-time-request': words('延期请求', 'Request for more time'),
  'more-time-answer': words('延期答复', 'Answer on more time'),
  correction: words('更正记录', 'Correction of a record'),
  'extension-request': words('延期审批表', 'Request for more time for a term'),
  'extension-answer': words('延期批复', 'Answer on more time for a term'),
  urge: words('督办催办', 'Urge'),
  'urge-answer': words('催办回复', 'Answer to an urge'),
  waiver: words('放弃投诉请求记录', 'Waiver of claims'),
  withdrawal: words('撤回投诉记录', 'Withdrawal of the complaint'),
  revocation: words('撤销立案决定', 'Revocation of the filing'),
  'immediate-action': words('即时处理记录', 'Record of action at once'),
  'power-of-attorney': words('授权委托书', 'Power of attorney'),
  'agent-revocation': words('解除委托记录', "End of an agent's authority"),
  representatives: words('代表人推选书', 'Election of representatives'),
  'recusal-request': words('回避申请', 'Request to stand aside'),
  'recusal-decision': words('回避决定', 'Decision on standing aside'),
  'enforcement-lead': words('违法线索', 'Sign of an illegal act'),
  'struck-evidence': words('材料划除记录', 'Note that a file was struck'),
  'non-cooperation': words('不配合情况记录', 'Record of non-cooperation'),
  responsibility: words('逾期责任记录', 'Who answers for a missed term'),
  'respondent-investigation': words('被投诉人自行调查记录', "Respondent's own investigation"),
  investigators: words('调查人员名单', 'Investigators'),
  summons: words('询问通知记录', 'Summons'),
  commission: words('委托取证记录', 'Commission to take evidence'),
  'dispute-points': words('争议焦点', 'Points of dispute'),
  'investigation-record': words('调查笔录', 'Record of investigation'),
  facts: words('调查报告', 'Facts established'),
  'settlement-report': words('和解情况报告', 'Report of a settlement'),
  'settlement-signatures': words('协商解决书签字', 'Signatures of a settlement'),
  'settlement-check': words('和解审查意见', 'Check of a settlement'),
  'settlement-silence': words('逾期未报告和解的记录', 'Note that no settlement was reported'),
  'mediation-request': words('调解申请', 'Request for mediation'),
  'mediation-opening': words('调解受理记录', 'Opening of the mediation'),
  'mediation-record': words('调解笔录', 'Record of a mediation session'),
  'mediation-agreement': words('调解协议', 'Agreement of the parties'),
  'mediation-failure': words('调解不成的记录', 'Failure of the mediation'),
  ruling: words('处理决定', 'Ruling'),
  termination: words('终止调解决定', 'Termination of the mediation'),
  'deposit-assessment': words('质保金适用审查意见', 'Assessment of the deposit'),
  'deposit-submission': words('质保金赔偿案件呈批表', 'Submission of the deposit decision'),
  'deposit-return': words('质保金赔偿呈批退回意见', 'Return of the deposit decision'),
  'deposit-signature': words('质保金赔偿决定签批', 'Signature of the deposit decision'),
  'closing-form': words('结案审批表', 'Closing form'),
  annex: words('结案附件', 'Annexes of the closing form'),
  'closing-return': words('结案退回意见', 'Return of the closing form'),
  'call-promise': words('回访承诺记录', 'Promise of a call'),
  'call-attempt': words('回访未接通记录', 'Call that reached nobody'),
  'next-deadline': words('进展及下一期限告知记录', 'Present state and next deadline told'),
  'call-record': words('回访记录', 'Record of a call'),
  'call-given-up': words('无法联系说明', 'Note that the complainant could not be reached'),
  'reopening-refusal': words('不予重新办理决定', 'Decision not to reopen'),
  'closing-approval': words('结案批准', 'Approval of the closing'),
  reopening: words('重新办理决定', 'Decision to reopen'),
  'rulebook-migration': words('改用规则集的决定', 'Move to other rulebooks'),
};

function titleOf(kind: VolumeKind): Words {
  return isDocument(kind) ? DOCUMENTS[kind].title : TITLES[kind];
}

function isDocument(kind: VolumeKind): kind is DocumentKind {
  return kind in DOCUMENTS;
}

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
    items: items.map((item) => ({ ...item, title: titleOf(item.kind) })),
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
