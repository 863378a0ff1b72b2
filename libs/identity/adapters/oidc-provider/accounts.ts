import type { Role } from '../../domain/roles.js';

/** An office as its name is shown. */
export interface SampleOffice {
  readonly id: string;
  readonly name: string;
}

/** Somebody who can sign in at the local provider. */
export interface Account {
  /** Also the name to sign in with, the token's `sub`, and the client id of the direct way to a token. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Empty for people of an operator. */
  readonly officeId: string;
  readonly operatorId?: string;
}

/** The invented office of the evaluation profile. */
export const SAMPLE_OFFICE: SampleOffice = { id: 'yunhai', name: '云海市文化和旅游局' };

const account = (id: string, name: string, role: Role): Account => ({
  id,
  name,
  roles: [role],
  officeId: SAMPLE_OFFICE.id,
});

/** The invented operator whose people can sign in: in the samples, it has not yet replied to one complaint. */
export const SAMPLE_OPERATOR = 'shuncheng';

const operatorAccount = (id: string, name: string, role: Role): Account => ({
  id,
  name,
  roles: [role],
  officeId: '',
  operatorId: SAMPLE_OPERATOR,
});

/** The invented people: one per role, and two officers, since a case has two. */
export const SAMPLE_ACCOUNTS: readonly Account[] = [
  account('hotline', '林晓棠', 'hotline-agent'),
  account('registrar', '周砚秋', 'registrar'),
  account('officer1', '陆知远', 'officer'),
  account('officer2', '沈亦舟', 'officer'),
  account('section-head', '顾清和', 'section-head'),
  account('leader', '程望舒', 'leader'),
  account('bureau-leader', '叶怀瑾', 'bureau-leader'),
  account('auditor', '何静澜', 'auditor'),
  account('administrator', '苏景行', 'administrator'),
  operatorAccount('operator', '方若川', 'operator'),
  operatorAccount('operator-manager', '裴月明', 'operator-manager'),
];
