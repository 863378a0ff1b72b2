/** The two sides of a case (双方当事人). */
export const PARTIES = ['complainant', 'respondent'] as const;
export type Party = (typeof PARTIES)[number];
