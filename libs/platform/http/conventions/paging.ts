import canonicalize from 'canonicalize';
import { Max, Min, IsInt } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { JsonObject, JsonValue } from '#kernel';
import { IsText, MayBeMissing } from '../dto/decorators.js';
import { ProblemError } from '../problems/errors.js';

/** Items on a page when the caller does not say. */
export const PAGE_SIZE = 50;
/** Most items on a page. */
export const PAGE_SIZE_LIMIT = 200;
const CURSOR_LIMIT = 2_000;

/** The query of every list; extend it with the list's own filters. */
export class PageQuery {
  @MayBeMissing()
  @IsInt()
  @Min(1)
  @Max(PAGE_SIZE_LIMIT)
  limit?: number;

  @MayBeMissing()
  @IsText({ max: CURSOR_LIMIT })
  cursor?: string;
}

/** What a cursor holds for: the list, its filter and order, and what the caller may see. */
export type CursorBinding = JsonObject;

/** Makes and opens cursors. They are signed, not secret: a position never holds personal data. */
export class CursorSeal {
  constructor(private readonly secret: string | KeyObject) {}

  /** `position` is where the next page starts, e.g. the sort keys of the last item with its id last. */
  encode(position: JsonValue, binding: CursorBinding): string {
    const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${payload}.${this.sign(payload, binding).toString('base64url')}`;
  }

  /** The position; `cursor-invalid` (400) when the cursor was changed or belongs to another list, filter, order or caller. */
  decode(cursor: string, binding: CursorBinding): JsonValue {
    const [payload = '', signature = '', ...rest] = cursor.slice(0, CURSOR_LIMIT + 1).split('.');
    const given = Buffer.from(signature, 'base64url');
    const own = this.sign(payload, binding);
    const isOurs = given.length === own.length && timingSafeEqual(given, own);
    // One cursor has one spelling: base64url decoding would overlook stray characters.
    const isExact = rest.length === 0 && signature === own.toString('base64url');
    if (!isOurs || !isExact) throw new ProblemError('cursor-invalid');
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as JsonValue;
  }

  private sign(payload: string, binding: CursorBinding): Buffer {
    const text = canonicalize({ purpose: 'cursor', payload, binding }) ?? '';
    return createHmac('sha256', this.secret).update(text).digest();
  }
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

/** A page as it is answered; sets `Link: <…>; rel="next"` with the caller's own filters while there is more. */
export function page<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  items: readonly T[],
  nextCursor?: string,
): Page<T> {
  if (nextCursor === undefined) return { items };
  const url = new URL(request.url, 'http://localhost');
  url.searchParams.set('cursor', nextCursor);
  void reply.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  return { items, nextCursor };
}
