import { describe, expect, it } from '@jest/globals';
import { BlobFault } from '#platform/blob-store';
import { StoreUnavailable, UnknownOutcome } from '#platform/event-store';
import { isAway, isFull } from './away.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('what a request rests on is away', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a cut connection', coded('ECONNRESET')],
    ['PostgreSQL shutting down', coded('57P01')],
    ['PostgreSQL after a crash', coded('57P02')],
    ['PostgreSQL starting', coded('57P03')],
    ['a broken connection of SQL', coded('08006')],
    ['a client cut off', new Error('Connection terminated unexpectedly')],
    ['nobody there in time', new Error('timeout exceeded when trying to connect')],
    ['a store that cannot be reached', new StoreUnavailable('x')],
    ['an append whose outcome is open', new UnknownOutcome('x')],
    ['a store of files that does not answer', new BlobFault('store-unavailable', 'x')],
  ])('%s', (_, error) => expect(isAway(error)).toBe(true));

  it.each([
    ['a broken rule of a table', coded('23505')],
    ['a statement that took too long', coded('57014')],
    ['a programming error', new TypeError('x is undefined')],
    ['not an error', 'ECONNREFUSED'],
  ])('not %s', (_, error) => expect(isAway(error)).toBe(false));
});

describe('there is no room', () => {
  it.each([
    ['on the disk', coded('ENOSPC')],
    ['in the quota', coded('EDQUOT')],
    ['for PostgreSQL', coded('53100')],
    ['in the store of files', new BlobFault('store-full', 'x')],
  ])('%s', (_, error) => expect([isFull(error), isAway(error)]).toEqual([true, false]));

  it('not for everything else', () => {
    expect([coded('EACCES'), new Error('ENOSPC'), 'ENOSPC'].map(isFull)).toEqual([false, false, false]);
  });
});
