/**
 * What somebody is in an office, or with an operator (经营者). A person may hold several. The order is that of the
 * matrix's columns.
 */
export const ROLES = [
  'hotline-agent',
  'registrar',
  'officer',
  'section-head',
  'leader',
  'bureau-leader',
  'auditor',
  'administrator',
  'operator',
  'operator-manager',
] as const;

export type Role = (typeof ROLES)[number];

/** What the roles are called where people read. */
export const ROLE_TITLES: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  'hotline-agent': { zh: '坐席', en: 'Hotline agent' },
  registrar: { zh: '受理员', en: 'Registrar' },
  officer: { zh: '承办人', en: 'Case officer' },
  'section-head': { zh: '科长', en: 'Section head' },
  leader: { zh: '分管领导', en: 'Leader in charge' },
  'bureau-leader': { zh: '主管领导', en: 'Bureau leader' },
  auditor: { zh: '审计', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
  operator: { zh: '经营者投诉处理人员', en: 'Complaint staff of an operator' },
  'operator-manager': { zh: '经营者负责人', en: 'Manager of an operator' },
};

/** Whether the text names a role. Anything else in a token grants nothing. */
export function isRole(text: unknown): text is Role {
  return (ROLES as readonly unknown[]).includes(text);
}
