import { wordingWith, type WordingsOf } from '#platform/event-sourcing';
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

/** A wording for each command of a topic. */
export type Wordings<Commands> = WordingsOf<Commands, Told>;

/** A command's data with texts in clear that stand sealed in it. */
export type Saying<Data, Text extends keyof Data> = Omit<Data, Text> & Readonly<Record<Text, string>>;

/** Says a wording. */
export const wording = wordingWith<Told>();

/** For a command that gives nothing but its reason, in free text kept under that field. */
export const withReason = (field: string) =>
  wording(async ({ reason }: { readonly reason: string }, { seal }) => ({
    reason: await seal(field, reason),
  }));

/** For a command that says nothing. */
export const nothing = wording((_: object) => ({}));
