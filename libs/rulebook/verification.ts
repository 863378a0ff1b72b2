/** How sure a parameter is: read in a published source, in the office manual, or only second-hand. */
export const VERIFICATIONS = ['published', 'manual', 'design', 'unverified'] as const;
export type Verification = (typeof VERIFICATIONS)[number];
