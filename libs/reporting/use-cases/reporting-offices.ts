/** The offices that reports are of, as far as reports name them. */
export abstract class ReportingOffices {
  abstract knows(office: string): boolean;
  /** Its name; its id where it is not served, or not any more. */
  abstract nameOf(office: string): { readonly zh: string; readonly en: string };
  /** Ids of the offices above it, nearest first. */
  abstract superiorsOf(office: string): readonly string[];
}
