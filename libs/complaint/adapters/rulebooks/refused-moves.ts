import type { DryRunReport } from '../../use-cases/index.js';

/** A sentence in both languages on the moves that would be refused; nothing where none would be. */
export function refusedInWords({ rulebook, changed, refused }: DryRunReport): {
  readonly words?: { readonly zh: string; readonly en: string };
} {
  if (refused === 0) return {};
  const [of, all] = [String(refused), String(changed)];
  return {
    words: {
      zh: `${all} 件中有 ${of} 件今日不能改用：${rulebook} 或与之同用的规则集在收到投诉之日和今日均无效（rulebook-not-in-force），或不合用，见各案的 refused。`,
      en: `Of ${all} moves ${of} would be refused today: ${rulebook}, or one that goes with it, is in force neither on the day of receipt nor today (rulebook-not-in-force), or does not fit; see \`refused\` of each case.`,
    },
  };
}
