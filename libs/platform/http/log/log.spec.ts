import { describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { HttpLog } from './log.js';
import { safeError } from './safe-error.js';
import { traceIdOf } from './trace.js';

const CANARY = '13800138000';

describe('log', () => {
  it('keeps kind, code and place of an error, never its text', () => {
    const cause = Object.assign(new Error(`Key (phone)=(${CANARY}) exists`), {
      code: '23505',
      constraint: 'one_phone',
      detail: CANARY,
    });
    const error = Object.assign(new TypeError(`bad ${CANARY}\n    at ${CANARY} (/x.js:1:1)`, { cause }), {
      code: `x ${CANARY}`,
    });
    const safe = safeError(error);
    expect(safe.name).toBe('TypeError');
    expect(safe.cause).toMatchObject({ code: '23505', constraint: 'one_phone' });
    expect(safe.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(safe)).not.toContain(CANARY);
    expect(safe.code).toBeUndefined();
  });

  it('ends at a cause that points at itself, and takes anything thrown', () => {
    const error = new Error('x');
    error.cause = error;
    expect(JSON.stringify(safeError(error)).length).toBeLessThan(20_000);
    expect(safeError(CANARY)).toEqual({ name: 'thrown string', frames: [] });
    expect(safeError(undefined)).toEqual({ name: 'thrown undefined', frames: [] });
  });

  it('writes only the allowed fields of a request', () => {
    const lines: string[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()),
    });
    const log = new HttpLog(pino({ base: null, timestamp: false }, sink));
    const line = {
      method: 'GET',
      route: '/v1/x/:id',
      status: 200,
      durationMs: 1.234,
      traceId: 't',
      actorId: 'a',
      url: CANARY,
    };
    log.request(line);
    log.forNest().error(new Error(CANARY));
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 30,
      method: 'GET',
      route: '/v1/x/:id',
      status: 200,
      durationMs: 1.2,
      traceId: 't',
      actorId: 'a',
      msg: 'request',
    });
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('continues a W3C trace and otherwise starts one', () => {
    const id = '4bf92f3577b34da6a3ce929d0e0e4736';
    expect(traceIdOf({ headers: { traceparent: `00-${id}-00f067aa0ba902b7-01` } })).toBe(id);
    for (const traceparent of [
      undefined,
      '',
      'x',
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `00-${id}-1-01`,
    ]) {
      expect(traceIdOf({ headers: { traceparent } })).toMatch(/^(?!4bf92f)[0-9a-f]{32}$/);
    }
  });
});
