import type { RegisteredComplaint } from '../../domain/index.js';
import type { CaseRequest, Seal } from '../cases.js';

/** What putting a request into the domain's words may look at. */
export interface Told {
  /** Encrypts free text under the key of the case. */
  readonly seal: Seal;
  /** Encrypts under the key of a complainant of the case. */
  readonly sealUnder: (subject: string) => Seal;
  readonly request: CaseRequest;
  readonly state: RegisteredComplaint;
}

/**
 * How what a person says becomes a command's data: free text is sealed, names of fields are the domain's.
 * @typeParam Input what is said, in clear; every date-time an instant
 */
export interface Wording<Input extends object, Data> {
  readonly words: (input: Input, told: Told) => Data | Promise<Data>;
  /** The field that says when it happened; without one it happens when it is recorded. */
  readonly happenedAt?: keyof Input & string;
}

/** A wording for each command of a topic. */
export type Wordings<Commands> = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each wording names the input it takes
  readonly [Type in keyof Commands]: Wording<any, Commands[Type]>;
};

/** A command's data with one text in clear. */
export type Saying<Data, Text extends keyof Data> = Omit<Data, Text> & Readonly<Record<Text, string>>;

/** Says a wording. */
export function wording<Input extends object, Data>(
  words: Wording<Input, Data>['words'],
  happenedAt?: keyof Input & string,
): Wording<Input, Data> {
  return { words, ...(happenedAt === undefined ? {} : { happenedAt }) };
}

/** For a command that says nothing. */
export const nothing = wording((_: object) => ({}));
