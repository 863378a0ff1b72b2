import type { Role } from './roles.js';

/** Who is acting, as a verified token says. */
export interface Principal {
  /** Stable and opaque; stands in the meta of every event this person causes. */
  readonly id: string;
  /** How the person is addressed. For answers to the person only, not for events or logs. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Empty for people of an operator. */
  readonly officeId: string;
  /** The operator the person belongs to; nobody belongs to an office and to an operator. */
  readonly operatorId?: string;
}
