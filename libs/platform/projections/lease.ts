/** Name of the lease under which a version of a projection is kept up to date. */
export function leaseName(name: string, version: number): string {
  return `projection ${name} v${version}`;
}

/** The same in SQL, for a row `p` of `platform.projections`. */
export const LEASE_NAME = `'projection ' || p.name || ' v' || p.version`;
