/**
 * A licence number (许可证编号、统一社会信用代码) as it is compared: full-width letters and digits, case, blanks and
 * dashes make no difference.
 */
export function plainLicence(licence: string): string {
  return licence
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
}
