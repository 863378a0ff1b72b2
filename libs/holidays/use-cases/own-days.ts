import type { OfficeDay } from '#calendar';

/** The offices that this installation serves, with their own days, as its settings name them. */
export abstract class OwnDays {
  abstract knows(office: string): boolean;
  abstract all(): readonly { readonly office: string; readonly days: readonly OfficeDay[] }[];
}
