import { explainInWords, type Explanation, type Language } from '#calendar';
import type { Rulebook, Verification } from '#rulebook';
import { pauseNames } from './pause-names.js';
import { startName } from './start-names.js';

type Words = Readonly<Record<Language, string>>;

/** How sure a date is. */
const SURE: Readonly<Record<Verification, Words>> = {
  published: { zh: '已与公布的文本核对', en: 'checked against the published text' },
  manual: { zh: '出自工作手册', en: "from the office's manual" },
  design: {
    zh: '来源未作规定或规定不全，由本系统设定',
    en: 'set by this system, where the sources say nothing or not all of it',
  },
  unverified: {
    zh: '未经核实，仅见于转引，使用前请核对正式文本',
    en: 'NOT VERIFIED: known second-hand only, check the official text before relying on it',
  },
};

/** The rule that a term rests on. */
export interface Source {
  readonly rulebook: string;
  /** From when and until when the rulebook is in force, where that is not so on the day on which the term starts. */
  readonly outOfForce?: Pick<Rulebook, 'validFrom' | 'validTo'>;
  readonly article: string;
  readonly verification: Verification;
  /** The fact that starts the term, by its code. */
  readonly start: string;
}

/** How a due date came about, for an officer or a court: the rule and how sure it is, what starts it, and each day. */
export function reckoningInWords(
  explanation: Explanation,
  source?: Source,
): Readonly<Record<Language, readonly string[]>> {
  const lines = (language: Language) => [
    ...(source ? ruleIn(source, language) : []),
    ...(source?.outOfForce ? [outOfForceIn(source.rulebook, source.outOfForce, language)] : []),
    ...explainInWords(explanation, language, pauseNames(language)),
  ];
  return { zh: lines('zh'), en: lines('en') };
}

function ruleIn({ rulebook, article, verification, start }: Source, language: Language): string[] {
  const sure = SURE[verification][language];
  return language === 'zh'
    ? [`依据：${rulebook}，${article}（${sure}）。`, `起算事实：${startName(start, language)}。`]
    : [`Rule: ${rulebook}, ${article} (${sure}).`, `Started by: ${startName(start, language)}.`];
}

/** A complaint is governed by what was in force when it came in: such an answer says what would be, or what still is. */
function outOfForceIn(
  rulebook: string,
  { validFrom, validTo }: NonNullable<Source['outOfForce']>,
  language: Language,
): string {
  const [from, to] = [validFrom ?? '', validTo ?? ''];
  if (language === 'zh') {
    const span = [from && `自${from}起`, to && `至${to}止`].filter(Boolean).join('');
    return `注意：起算日${rulebook}不在施行期间（${span}施行）；仅适用于施行期间收到的投诉。`;
  }
  const span = [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ');
  return `Note: ${rulebook} is not in force on the day of the start (in force ${span}); it governs only complaints received while it is.`;
}
