/** What the events of the story are called, in Chinese and English. */
export const EVENT_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  ComplaintRegistered: ['投诉已登记', 'complaint registered'],
  ChainOverrunForeseen: ['内部流程将超出法定期限', 'own stages would overrun the law'],
  ReviewBegun: ['初审开始', 'review begun'],
  PreliminaryReviewCompleted: ['初审完成', 'review completed'],
  AcceptanceDecided: ['审批决定', 'decision'],
  HandlersAssigned: ['已指定承办人', 'handlers assigned'],
  CaseFilingRequested: ['已报请立案', 'filing asked for'],
  CaseFiled: ['已立案', 'case filed'],
  DocumentDrafted: ['文书已拟稿', 'document drafted'],
  DocumentIssued: ['文书已签发', 'document issued'],
  DocumentServed: ['文书已送达', 'document served'],
  RespondentReplied: ['被投诉人已答复', 'respondent replied'],
  RespondentReplyOverdue: ['被投诉人逾期未答复', 'respondent silent'],
  ClockStarted: ['期限起算', 'clock started'],
  ClockReminded: ['期限提醒', 'clock reminded'],
  ClockMet: ['期限已满足', 'clock met'],
  ClockMetLate: ['期限逾期后满足', 'clock met late'],
  ClockMissed: ['期限已超过', 'clock missed'],
  Escalated: ['已上报', 'escalated'],
};

export const CLOCK_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  'DL-REVIEW': ['初审', 'review'],
  'DL-APPROVE': ['审批', 'decision'],
  'DL-ACCEPT': ['受理（法定）', 'acceptance by law'],
  'DL-NOTICE-C': ['通知投诉人', 'notice, complainant'],
  'DL-NOTICE-R': ['通知被投诉人', 'notice, respondent'],
  'DL-REPLY': ['书面答复', 'reply'],
  'DL-SETTLE-REPORT': ['和解报告', 'settlement report'],
  'DL-MEDIATE': ['调解', 'mediation'],
  'DL-DISPOSE': ['办结（法定）', 'disposal by law'],
};

/** Columns a text takes on a screen: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (width, sign) => width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u.test(sign) ? 2 : 1),
    0,
  );
}

/** The text filled up with blanks to so many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}
