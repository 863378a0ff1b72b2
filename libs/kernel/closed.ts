/** The compiler refuses to build while a case of a union is left out. */
export function impossible(value: never): never {
  throw new Error(`impossible value ${JSON.stringify(value)}`);
}
