/** Stored records have their keys in another order than what was sent. */
export function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** These fields of it, as far as they are there. */
export function only<T extends object>(of: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name))) as T;
}
