/** The clock ledger of a case (期限, deadlines.md 4). */
export interface ClocksCommands {
  /** Sent by the timers, never by a person. Harmless when stale, early or repeated. */
  RingClock: { readonly clock: string; readonly rung: string; readonly revision: number };
  /** Sent when the calendar has changed, never by a person. Counts every open clock anew. Harmless when repeated. */
  RescheduleClocks: Record<never, never>;
}
