import { waivedAtOf, type RegisteredComplaint } from '../../domain/index.js';

/** Everything that was asked for, in the order of the register; what was waived says since when (G53). */
export function claimsView(state: RegisteredComplaint): object[] {
  return state.registration.claims.map(({ kind, details }, claim) => {
    const waivedAt = waivedAtOf(state, claim);
    return { kind, ...details, ...(waivedAt === undefined ? {} : { waivedAt }) };
  });
}
