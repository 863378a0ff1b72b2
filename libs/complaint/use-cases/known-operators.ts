/** The operators whose people use the installation, as far as a case asks for them. */
export abstract class KnownOperators {
  abstract knows(id: string): boolean;
  /** Id of the operator with that licence, however its letters are written. */
  abstract withLicence(licence: string): string | undefined;
}

/** An installation that no operator uses. */
export const NO_OPERATORS: KnownOperators = { knows: () => false, withLicence: () => undefined };
