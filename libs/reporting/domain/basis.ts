import { boundsOf, type Quarter } from '#kernel';
import { inForce, type Rulebook, type Verification } from '#rulebook';

/** On what a publication rests: the law asks for it, or what could be read of the law does not say whether it does. */
export interface PublicationBasis {
  readonly duty: 'required' | 'not-known';
  readonly rulebook: string;
  readonly rulebookVersion: number;
  /** Where the law asks for it; absent where that is not known. */
  readonly article?: string;
  readonly verification: Verification;
}

/** What a law of which this is not known names among its unknown topics. */
export const PUBLICATION_TOPIC = 'publication';

/**
 * G59: whether complaint information of the quarter is published, by the law in force on its last day; null where that
 * law asks for no such thing.
 */
export function publicationBasis(rulebooks: readonly Rulebook[], quarter: Quarter): PublicationBasis | null {
  const { lastDay } = boundsOf(quarter);
  const law = rulebooks.find((rulebook) => rulebook.kind === 'statutory' && inForce(rulebook, lastDay));
  if (!law) return null;
  const known = { rulebook: law.id, rulebookVersion: law.version };
  const provided = law.procedure?.publication;
  if (provided) {
    const { article, verification } = provided;
    return { duty: 'required', ...known, article, verification };
  }
  if (!law.unknown.includes(PUBLICATION_TOPIC)) return null;
  return { duty: 'not-known', ...known, verification: 'unverified' };
}
