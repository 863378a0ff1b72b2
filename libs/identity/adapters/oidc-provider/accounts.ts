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

/** The invented office of the evaluation profile, where its complaints come in. */
export const SAMPLE_OFFICE: SampleOffice = { id: 'yunhai', name: '云海市文化和旅游局' };
/** The province above it, and two counties below. */
export const SAMPLE_PROVINCE: SampleOffice = { id: 'yunling', name: '云岭省文化和旅游厅' };
export const SAMPLE_COUNTIES = {
  gucheng: { id: 'gucheng', name: '古城区文化和旅游局' },
  shiqiao: { id: 'shiqiao', name: '石桥县文化和旅游局' },
} as const satisfies Record<string, SampleOffice>;

const at =
  ({ id: officeId }: SampleOffice) =>
  (id: string, name: string, role: Role): Account => ({ id, name, roles: [role], officeId });
const account = at(SAMPLE_OFFICE);
const province = at(SAMPLE_PROVINCE);
const gucheng = at(SAMPLE_COUNTIES.gucheng);
const shiqiao = at(SAMPLE_COUNTIES.shiqiao);

/** The invented operator whose people can sign in: in the samples, it has not yet replied to one complaint. */
export const SAMPLE_OPERATOR = 'shuncheng';

const operatorAccount = (id: string, name: string, role: Role): Account => ({
  id,
  name,
  roles: [role],
  officeId: '',
  operatorId: SAMPLE_OPERATOR,
});

/**
 * The invented people: of the city one per role, and two officers, since a case has two; of the province those who
 * supervise; of each county those whom a case needs; and those of an operator.
 */
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
  province('yunling-leader', '韩松亭', 'leader'),
  province('yunling-supervisor', '叶知秋', 'section-head'),
  shiqiao('shiqiao-registrar', '石小满', 'registrar'),
  shiqiao('shiqiao-officer', '罗青山', 'officer'),
  shiqiao('shiqiao-leader', '冯听雨', 'leader'),
  gucheng('gucheng-registrar', '谢晚亭', 'registrar'),
  gucheng('gucheng-officer', '方远山', 'officer'),
  gucheng('gucheng-leader', '梁守一', 'leader'),
];
