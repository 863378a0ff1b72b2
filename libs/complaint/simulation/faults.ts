/** What goes wrong, and how often it did. */
export const FAULTS = [
  /** Nobody does anything for weeks. */
  'forgotten',
  /** Done days after it could have been. */
  'late',
  /** A few milliseconds before, at or after the moment that a clock runs out. */
  'at the last moment',
  /** Something that does not fit the case. */
  'wrong',
  /** Asked by another than whose turn it is. */
  'wrong person',
  /** Refused, and asked again with other contents. */
  'corrected',
  /** The same said twice. */
  'repeated',
  /** It had happened before it was recorded. */
  'recorded late',
  'timer late',
  'timer early',
  'timer twice',
  /** A timer that had been called off, or was set for another date, rings all the same. */
  'timer stale',
  /** The office learns of a change of its calendar days after it was made. */
  'calendar late',
] as const;
export type Fault = (typeof FAULTS)[number];
export type Faults = Record<Fault, number>;

export function noFaults(): Faults {
  return Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Faults;
}
