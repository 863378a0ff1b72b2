import { refuse, type JsonObject, type Refusal } from '#kernel';

/** Why a quarter is not counted, drafted or published, with the rules that this rests on. */
const RULES = {
  'quarter-not-begun': ['H21'],
  'quarter-not-over': ['G59'],
  'publication-not-asked-for': ['G59'],
  'report-cause-missing': ['G59', 'H17'],
  'report-cause-of-nothing': ['G59'],
  'report-nothing-to-correct': ['G59'],
  'report-no-draft': ['G59'],
  'report-approved-by-author': ['G59'],
  'report-figures-moved': ['G59', 'G39'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReportRefusalCode = keyof typeof RULES;
export type ReportRefusal = Refusal<ReportRefusalCode>;

export function no(code: ReportRefusalCode, facts: JsonObject = {}): ReportRefusal {
  return refuse(code, RULES[code], facts);
}
