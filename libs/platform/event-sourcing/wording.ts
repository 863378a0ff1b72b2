/**
 * How what a person says becomes a command's data: free text is sealed, names of fields are the domain's.
 * @typeParam Input what is said, in clear; every date-time an instant
 * @typeParam Told what else putting it into words may look at
 */
export interface Wording<Input extends object, Data, Told> {
  readonly words: (input: Input, told: Told) => Data | Promise<Data>;
  /** The field that says when it happened; without one it happens when it is recorded. */
  readonly happenedAt?: keyof Input & string;
}

/** A wording for each command of a topic. */
export type WordingsOf<Commands, Told> = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each wording names the input it takes
  readonly [Type in keyof Commands]: Wording<any, Commands[Type], Told>;
};

/** A way to say wordings that look at `Told`. */
export function wordingWith<Told>() {
  return <Input extends object, Data>(
    words: Wording<Input, Data, Told>['words'],
    happenedAt?: keyof Input & string,
  ): Wording<Input, Data, Told> => ({ words, ...(happenedAt === undefined ? {} : { happenedAt }) });
}

/** What is said, put into the domain's words, with the moment at which it happened. */
export function said<Told>(
  wording: unknown,
  input: object,
): { readonly words: (told: Told) => Promise<unknown>; readonly happenedAt?: string } {
  const { words, happenedAt } = wording as Wording<Readonly<Record<string, unknown>>, object, Told>;
  const fields = input as Readonly<Record<string, unknown>>;
  return {
    words: async (told) => words(fields, told),
    happenedAt: happenedAt === undefined ? undefined : (fields[happenedAt] as string | undefined),
  };
}
