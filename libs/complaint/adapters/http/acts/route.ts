import type { Action } from '#identity';
import type { ActRoute, DtoClass } from '#platform/http';
import type { CaseCommandType } from '../../../domain/index.js';
import type { ArchiveInput, InputOf, SaidType } from '../../../use-cases/index.js';

/** How an act on a case is reached, and which right it needs. */
export interface CaseRoute<Body extends object = object> extends ActRoute<Body> {
  readonly right: Action;
  /** Group in the interface description. */
  readonly tag: string;
}

/** What stands in the address and not in the body: which thing of the case it is about. */
type InAddress =
  'documentId' | 'attachmentId' | 'agentId' | 'linkId' | 'recusalId' | 'callbackId' | 'extensionId';

/** What the body of a command's request must hold: what is said, without what stands in the address. */
type BodyOf<Type extends CaseCommandType> = Type extends SaidType
  ? Omit<InputOf<Type>, InAddress>
  : Type extends 'ArchiveCase'
    ? ArchiveInput
    : object;

/** A route for each command of a topic; the body's class must hold what the command's wording takes. */
export type CaseRoutes<Commands> = {
  readonly [Type in keyof Commands & CaseCommandType]: CaseRoute & {
    readonly body: DtoClass<BodyOf<Type>>;
  };
};
