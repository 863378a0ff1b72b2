import type { Instant, Sealed } from '#kernel';
import type { Jurisdiction } from '../intake/facts.js';
import type { Determination } from './determination.js';

/** The reviewer's finding beside what the rulebook says. */
export interface JurisdictionRecord {
  readonly determination: Determination;
  readonly recorded: Jurisdiction;
  readonly recordedOffice?: string;
  readonly urgentStop: boolean;
  /** Why the finding is another than the determination. */
  readonly reason?: Sealed;
  readonly by: string;
  readonly at: Instant;
}

/** What the offices do not agree on (管辖争议), brought before their superior. */
export interface Dispute {
  readonly by: string;
  readonly at: Instant;
  readonly superior: string;
  /** The office that the dispute is with. */
  readonly other?: string;
  readonly reason?: Sealed;
}

/** A superior's word whose matter it is (指定管辖). */
export interface Designation {
  readonly office: string;
  readonly by: string;
  readonly byOffice: string;
  readonly at: Instant;
  readonly reason: Sealed;
}
