import type { JsonObject, JsonValue } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CursorSeal, page, PAGE_SIZE, type CursorBinding, type Page, type PageQuery } from './paging.js';
import type { HttpSecret } from './command.js';

/** A list as one caller asked for it: where to begin, how much, and what its cursors hold for. */
export interface AskedList {
  readonly limit: number;
  readonly binding: CursorBinding;
  readonly after?: JsonValue;
}

/** Opens and makes the cursors of lists: each holds for one list, filter and scope. */
export class ListCursors {
  private readonly seal: CursorSeal;

  constructor(secret: HttpSecret) {
    this.seal = new CursorSeal(secret.value);
  }

  /** @param scope what of the list the caller may see */
  open(list: string, { limit = PAGE_SIZE, cursor }: PageQuery, filter: JsonObject, scope: object): AskedList {
    const present = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const binding: JsonObject = { list, filter: present, scope: JSON.stringify(scope) };
    return { limit, binding, after: cursor === undefined ? undefined : this.seal.decode(cursor, binding) };
  }

  /** The page as it is answered, with the cursor of the next one where there is more. */
  page(
    request: FastifyRequest,
    reply: FastifyReply,
    items: readonly object[],
    { next }: { readonly next: object | null },
    { binding }: AskedList,
  ): Page<object> {
    const cursor = next === null ? undefined : this.seal.encode(next as JsonValue, binding);
    return page(request, reply, items, cursor);
  }
}
