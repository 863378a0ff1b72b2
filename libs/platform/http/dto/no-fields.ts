/** Marks an answer whose class names its main fields only: the schema says that there are more. */
const partial = new WeakSet<object>();

export function MoreFields(): ClassDecorator {
  return (target) => void partial.add(target);
}

export function hasMoreFields(dto: object): boolean {
  return partial.has(dto);
}

/** The body of a command that carries nothing but who asked and when: `{}`. */
export class NoFields {}
