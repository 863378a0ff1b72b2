/** The offices that reports are of, as far as reports name them. */
export abstract class ReportingOffices {
  abstract knows(office: string): boolean;
  /** Throws for an office that is not served. */
  abstract nameOf(office: string): { readonly zh: string; readonly en: string };
  /** Ids of the offices above it, nearest first. */
  abstract superiorsOf(office: string): readonly string[];
}
