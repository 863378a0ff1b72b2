import type { IncomingMessage } from 'node:http';
import { randomBytes } from 'node:crypto';

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace this request belongs to: from W3C `traceparent` when it is well formed, else a new one (32 hex digits). */
export function traceIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const header = request.headers.traceparent;
  const given = typeof header === 'string' ? TRACEPARENT.exec(header)?.[1] : undefined;
  return given === undefined || /^0+$/.test(given) ? randomBytes(16).toString('hex') : given;
}
