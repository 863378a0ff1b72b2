import { createHash } from 'node:crypto';

const BODY = Buffer.from([0x01]);
const LINK = Buffer.from([0x02]);

/** The chain of a stream before its first event: SHA-256 of its name, hex. */
export function chainStart(stream: string): string {
  return createHash('sha256').update(stream, 'utf8').digest('hex');
}

/** The chain after one more event: SHA-256(0x02 ‖ chain before ‖ SHA-256(0x01 ‖ canonical body)), hex. */
export function chainNext(before: string, body: string): string {
  const hash = createHash('sha256').update(BODY).update(body, 'utf8').digest();
  return createHash('sha256').update(LINK).update(Buffer.from(before, 'hex')).update(hash).digest('hex');
}
