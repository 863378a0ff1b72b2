/** What the product needs to know of an operator (经营者): its name, its licence, the word of its register. */
export interface Operator {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** 许可证编号 or 统一社会信用代码: by it a complaint against the operator is recognised. */
  readonly licence: string;
  /** Word in its register's numbers, e.g. 青山. */
  readonly word: string;
}

/** The operators whose people use this installation. */
export abstract class Operators {
  /** Undefined for an unknown id: a token named an operator that is not configured. */
  abstract operator(id: string): Operator | undefined;
  /** Id of the operator with that licence, however its letters are written. */
  abstract withLicence(licence: string): string | undefined;

  /** Whether this installation serves the operator. */
  knows(id: string): boolean {
    return this.operator(id) !== undefined;
  }
}
