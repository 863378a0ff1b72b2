import type { Language } from '#calendar';
import type { PauseReason } from '#rulebook';

const NAMES: Readonly<Record<PauseReason, Readonly<Record<Language, string>>>> = {
  'awaiting-supplement': { zh: '等待补正', en: 'awaiting a supplement' },
  'expert-appraisal': { zh: '鉴定、检测', en: 'expert appraisal' },
  'parties-request': { zh: '双方当事人书面申请', en: "both parties' written request" },
};

/** What the reasons of pauses are called in an explanation. */
export function pauseNames(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(NAMES).map(([reason, names]) => [reason, names[language]]));
}
