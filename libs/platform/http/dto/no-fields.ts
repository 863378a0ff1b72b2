/** The body of a command that carries nothing but who asked and when: `{}`. */
export class NoFields {}
