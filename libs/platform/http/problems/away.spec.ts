import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable, UnknownOutcome } from '#platform/event-store';
import { isAway } from './away.js';

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
  ])('%s', (_, error) => expect(isAway(error)).toBe(true));

  it.each([
    ['a broken rule of a table', coded('23505')],
    ['a statement that took too long', coded('57014')],
    ['a programming error', new TypeError('x is undefined')],
    ['not an error', 'ECONNREFUSED'],
  ])('not %s', (_, error) => expect(isAway(error)).toBe(false));
});
