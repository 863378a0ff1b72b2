import { RulebookError } from './errors.js';
import type { Procedure } from './procedure.js';
import type { Rulebook } from './types.js';

/** Whose procedure a case follows: the law's, or wholly that of the office's own manual. */
export const GOVERNS = ['statutory', 'internal'] as const;
export type Governs = (typeof GOVERNS)[number];

export interface GoverningProcedure extends Procedure {
  readonly rulebook: string;
  readonly rulebookVersion: number;
}

/**
 * The procedure that governs a case. Each provision keeps the verification of the rulebook that it comes from.
 * @throws RulebookError no-procedure when that rulebook has terms only
 */
export function procedureOf(statutory: Rulebook, internal: Rulebook, governs: Governs): GoverningProcedure {
  const { id, version, procedure } = governs === 'internal' ? internal : statutory;
  if (procedure === undefined) throw new RulebookError('no-procedure', { rulebook: id });
  return { rulebook: id, rulebookVersion: version, ...procedure };
}
