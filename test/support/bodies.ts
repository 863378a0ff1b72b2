/** The body of a registration that lacks nothing; `changes` replace whole fields. */
export function registration(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    channel: 'letter',
    complainants: [
      {
        name: '王晓梅',
        sex: '女',
        nationality: '中国',
        address: '云海市古城区桂花巷 12 号',
        postcode: '650000',
        phone: '10012345678',
      },
    ],
    respondent: {
      name: '云海山水旅行社有限公司',
      kind: 'travel-agency',
      place: '云海市',
      licence: 'L-YN-1001',
    },
    contract: { number: 'HT-2026-118', signedAt: '2026-02-20', endedOn: '2026-03-20', totalFen: 640000 },
    facts: '合同约定四星级酒店，实际入住三星级。',
    claims: [{ kind: 'lodging-below-grade', contractedFen: 68000, actualFen: 42000, units: 2 }],
    evidence: ['合同复印件', '入住发票'],
    ...changes,
  };
}

/** The four points, all met. */
export function review(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    jurisdiction: 'own-level',
    scope: ['S1'],
    unmetConditions: [],
    limitation: [{ claim: 0, class: 'other', startedOn: '2026-03-20' }],
    recommendation: 'accept',
    opinion: '属于受理范围，条件具备。',
    ...changes,
  };
}

/** A reply with every part that any respondent owes, by whichever channel the complaint came (A10, B08, G18). */
export function reply(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    parts: {
      cause: '投诉人称实际入住酒店低于约定标准。',
      verificationProcess: '已核对订房记录。',
      factsAndEvidence: '当日四星级酒店满房。',
      liability: '承认降低住宿标准。',
      proposedHandling: '退还差价并致歉。',
    },
    evidence: ['订房记录'],
    ...changes,
  };
}

/** A call in which everything was asked, and everything was well. */
export function callRecord(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    record: '已告知办理结果，投诉人表示满意。',
    satisfaction: 'satisfied',
    acceptable: true,
    anythingElse: '没有其他问题。',
    ...changes,
  };
}

export function service(servedAt: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    method: 'direct',
    servedAt,
    recipient: '王晓梅',
    relation: 'addressee',
    receipt: 'HZ-1',
    ...changes,
  };
}

/** A questioning by two people that lacks nothing (G22). */
export function record(investigators: readonly string[], changes: Readonly<Record<string, unknown>> = {}) {
  return {
    act: 'questioning',
    place: '本局询问室',
    investigators,
    person: '导游马明',
    record: '问：两晚住在何处？答：快捷酒店。',
    readOver: true,
    signed: true,
    ...changes,
  };
}

export function disputePoints() {
  return {
    points: [
      { point: '两晚住宿是否低于约定标准', complainant: '实住三星级。', respondent: '当日满房，无法安排。' },
    ],
  };
}

export function session(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    place: '本局调解室',
    present: ['complainant', 'respondent'],
    proposals: '退还差价并支付违约金。',
    positions: { complainant: '同意。', respondent: '请求减免违约金。' },
    ...changes,
  };
}

export function termination(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    course: '调解一次，双方对违约金各执一词。',
    reason: '双方未达成一致。',
    remedies: ['arbitration', 'civil-action'],
    ...changes,
  };
}

export function assessment(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    grounds: ['prepaid-loss'],
    exclusions: [],
    payment: 'cannot-pay',
    reasons: '旅行社已停业，预付团费无法退还。',
    ...changes,
  };
}

/** A ruling under the law before 2010-07-01, with its two remedies. */
export function ruling(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    ruling: '被投诉人退还差价。',
    grounds: '事实清楚，责任在被投诉人。',
    amountFen: 104_000,
    payBy: '2026-12-31',
    remedies: ['reconsideration', 'action-against-decision'],
    ...changes,
  };
}

/** A closing form (结案审批表). */
export function closingForm(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { summary: '住宿标准争议。', result: '投诉人撤回投诉。', annexes: ['撤回申请'], ...changes };
}
