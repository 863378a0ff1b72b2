import type { Claim } from '../../domain/index.js';
import type { ClaimDto } from './registration.dto.js';

/** A claim as it is registered: its kind, and the figures that were said. */
export function claimOf({ kind, stops, ...figures }: ClaimDto): Claim {
  const named = Object.entries(figures).filter(
    (entry): entry is [string, number | string] => entry[1] !== undefined,
  );
  const list = stops?.map(({ goodsFen }) => ({ goodsFen }));
  return { kind, details: { ...Object.fromEntries(named), ...(list ? { stops: list } : {}) } };
}
