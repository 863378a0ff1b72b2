import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v5 as uuidv5 } from 'uuid';
import { PartialDuplicate, PositionBeyondLog } from './errors.js';
import type { EventStore, ExpectedRevision, NewEvent, Position } from './port.js';
import { describeBadInput } from './contract-bad-input.js';
import { expectChained, positionOf, readThrough, until } from './contract-checks.js';

/** A store under test; `close` lets go of everything it holds. */
export interface StoreUnderTest {
  readonly store: EventStore;
  close(): Promise<void>;
}

const NAMESPACE = '6f5e6c36-7c3b-4a05-9a53-0a2e4f6f3a11';
const LOG_END = 500;

/** A well-formed event whose id is derived from the name. */
export function sampleEvent(name: string, data: NewEvent['data'] = { name }): NewEvent {
  const meta = { commandId: uuidv5(`command ${name}`, NAMESPACE), recordedAt: '2026-04-03T01:00:00.000Z' };
  return { id: uuidv5(name, NAMESPACE), type: 'complaint.registered', schemaVersion: 1, data, meta };
}

/** What every store must do; the same tests run on each of them. */
export function describeEventStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`event store contract: ${name}`, () => {
    let opened: StoreUnderTest;
    let streams = 0;
    const stream = () => `case-${name.length}-${(streams += 1)}`;
    const append = (to: string, expected: ExpectedRevision, ...names: string[]) =>
      opened.store.append({
        stream: to,
        expected,
        events: names.map((each) => sampleEvent(`${to} ${each}`)),
      });
    const idsOf = (to: string, ...names: string[]) => names.map((each) => sampleEvent(`${to} ${each}`).id);

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    it('starts empty: the head is the start, and reading it gives nothing', async () => {
      const { store } = opened;
      expect(await store.head()).toBe(store.start);
      expect(await store.readAll(store.start, 10)).toEqual({ events: [], next: store.start });
      expect(await store.readStream('case-nowhere')).toEqual([]);
    });

    describe('expected revision', () => {
      const rows: [ExpectedRevision, before: number, outcome: 'appended' | number | null][] = [
        ['no-stream', 0, 'appended'],
        ['no-stream', 1, 0],
        ['no-stream', 3, 2],
        ['any', 0, 'appended'],
        ['any', 2, 'appended'],
        [0, 0, null],
        [0, 1, 'appended'],
        [0, 2, 1],
        [1, 1, 0],
        [1, 2, 'appended'],
        [7, 0, null],
        [7, 3, 2],
      ];
      it.each(rows)('%s on a stream of %i events: %s', async (expected, before, outcome) => {
        const to = stream();
        for (let index = 0; index < before; index += 1) await append(to, 'any', `before ${index}`);
        const answer = await append(to, expected, 'x', 'y');
        if (outcome === 'appended') {
          expect(answer).toMatchObject({ outcome, firstRevision: before, revision: before + 1 });
        } else {
          expect(answer).toEqual({ outcome: 'conflict', actualRevision: outcome });
        }
        const after = await opened.store.readStream(to);
        expect(after.map(({ revision }) => revision)).toEqual(
          Array.from({ length: before + (outcome === 'appended' ? 2 : 0) }, (_, index) => index),
        );
      });
    });

    describe('repeated appends', () => {
      it.each<ExpectedRevision>(['no-stream', 'any', 0, 1, 9])(
        'the same ids in the same order, expecting %s: the places of the first time, nothing written',
        async (expected) => {
          const to = stream();
          const first = await append(to, 'no-stream', 'a', 'b');
          const head = await opened.store.head();
          expect(await append(to, expected, 'a', 'b')).toEqual({ ...first, outcome: 'duplicate' });
          expect(await opened.store.head()).toBe(head);
          expect(await opened.store.readStream(to)).toHaveLength(2);
        },
      );

      it('an older append is recognised although the stream went on', async () => {
        const to = stream();
        await append(to, 'no-stream', 'a');
        const second = await append(to, 0, 'b', 'c');
        await append(to, 2, 'd');
        expect(await append(to, 0, 'b', 'c')).toEqual({ ...second, outcome: 'duplicate' });
      });

      it.each<[string, string[]]>([
        ['some known and some new', ['a', 'x']],
        ['some new and some known', ['x', 'a']],
        ['all known, another order', ['b', 'a']],
        ['all known, not next to each other', ['a', 'c']],
      ])('%s: a fault, nothing written', async (_, names) => {
        const to = stream();
        await append(to, 'no-stream', 'a', 'b', 'c');
        for (const expected of ['any', 2, 0, 'no-stream'] as const) {
          await expect(append(to, expected, ...names)).rejects.toBeInstanceOf(PartialDuplicate);
        }
        expect(await opened.store.readStream(to)).toHaveLength(3);
      });

      it('the same ids in another stream are other events', async () => {
        const [one, two] = [stream(), stream()];
        const events = [sampleEvent('shared')];
        await opened.store.append({ stream: one, expected: 'no-stream', events });
        const answer = await opened.store.append({ stream: two, expected: 'no-stream', events });
        expect(answer.outcome).toBe('appended');
      });

      it('two at the same time: one is written, the other is its duplicate', async () => {
        for (const expected of ['no-stream', 'any'] as const) {
          const to = stream();
          const answers = await Promise.all([append(to, expected, 'a'), append(to, expected, 'a')]);
          expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'duplicate']);
        }
      });
    });

    describe('many at the same time', () => {
      it('every append stands alone: conflict, duplicate and refusal harm no other', async () => {
        const old = stream();
        const written = await append(old, 'no-stream', 'a', 'b');
        const fresh = Array.from({ length: 12 }, () => stream());
        const [conflict, duplicate, partial, ...rest] = await Promise.allSettled([
          append(old, 7, 'x'),
          append(old, 'no-stream', 'a', 'b'),
          append(old, 1, 'b', 'y'),
          ...fresh.map((to) => append(to, 'no-stream', 'a', 'b')),
          append(old, 1, 'c'),
        ]);
        expect(conflict).toMatchObject({ value: { outcome: 'conflict', actualRevision: 1 } });
        expect(duplicate).toMatchObject({ value: { ...written, outcome: 'duplicate' } });
        expect(partial).toMatchObject({ status: 'rejected', reason: expect.any(PartialDuplicate) });
        for (const each of rest) expect(each).toMatchObject({ value: { outcome: 'appended' } });
        expect((await opened.store.readStream(old)).map(({ id }) => id)).toEqual(idsOf(old, 'a', 'b', 'c'));
      });

      it('appends to one stream act as if one came after the other', async () => {
        const to = stream();
        const answers = await Promise.all([
          append(to, 'no-stream', 'a'),
          append(to, 'no-stream', 'b'),
          append(to, 0, 'c', 'd'),
          append(to, 0, 'e'),
          append(to, 'any', 'f'),
          append(to, 3, 'g'),
        ]);
        expect(answers.map(({ outcome }) => outcome)).toEqual([
          'appended',
          'conflict',
          'appended',
          'conflict',
          'appended',
          'appended',
        ]);
        const events = await opened.store.readStream(to);
        expect(events.map(({ id }) => id)).toEqual(idsOf(to, 'a', 'c', 'd', 'f', 'g'));
        expectChained(to, events);
      });

      it('of many with the same expected revision exactly one wins', async () => {
        const to = stream();
        const names = Array.from({ length: 40 }, (_, index) => `${index}`);
        const answers = await Promise.all(names.map((each) => append(to, 'no-stream', each)));
        expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
        expect(answers.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(39);
      });
    });

    describe('reading', () => {
      it('gives back exactly what was appended, with its place', async () => {
        const to = stream();
        const data = {
          名: '𠀀𠮷龘',
          emoji: '👩‍👩‍👧‍👦🏔️',
          mark: '阿不都·热合曼',
          rtl: '\u202Egnp',
          nested: [{ a: [1.5, null, true] }],
          '': '',
          '/~': 0,
        };
        const event = sampleEvent(`${to} unicode`, data);
        const answer = await opened.store.append({ stream: to, expected: 'no-stream', events: [event] });
        const [read] = await opened.store.readStream(to);
        expect(read).toMatchObject({ ...event, stream: to, revision: 0, position: positionOf(answer) });
        expect(read?.data).toEqual(data);
        expectChained(to, [read!]);
      });

      it('a stream from a revision on, and no more than asked for', async () => {
        const to = stream();
        await append(to, 'no-stream', 'a', 'b', 'c', 'd');
        const revisions = async (options: { fromRevision?: number; limit?: number }) =>
          (await opened.store.readStream(to, options)).map(({ revision }) => revision);
        expect(await revisions({ fromRevision: 2 })).toEqual([2, 3]);
        expect(await revisions({ limit: 3 })).toEqual([0, 1, 2]);
        expect(await revisions({ fromRevision: 1, limit: 2 })).toEqual([1, 2]);
        expect(await revisions({ fromRevision: 4 })).toEqual([]);
      });

      it('many streams read at once: each gets its own events, however many and from wherever', async () => {
        const known = Array.from({ length: 70 }, stream);
        const names = (to: string) => ['a', 'b', 'c', 'd'].slice(0, known.indexOf(to) % 5);
        for (const to of known) if (names(to).length > 0) await append(to, 'no-stream', ...names(to));
        const asked = [...known, ...known.toReversed()].map((to, index) => ({
          to,
          fromRevision: index % 3,
          ...(index % 2 === 0 ? {} : { limit: 1 + (index % 4) }),
        }));
        const found = await Promise.all(
          asked.map(({ to, ...options }) => opened.store.readStream(to, options)),
        );
        for (const [index, { to, fromRevision, limit }] of asked.entries()) {
          const own = idsOf(to, ...names(to)).slice(fromRevision);
          expect(found[index]?.map(({ id }) => id)).toEqual(limit === undefined ? own : own.slice(0, limit));
        }
      });

      it('all events in the one order, from every cursor and in pages of every size', async () => {
        const { store } = opened;
        const all = (await store.readAll(store.start, LOG_END)).events;
        expect(all.at(-1)?.position).toBe(await store.head());
        for (const [index, event] of all.entries()) {
          const before = all[index - 1]?.position ?? store.start;
          expect(store.comparePositions(before, event.position)).toBeLessThan(0);
          const rest = await store.readAll(before, 3);
          expect(rest.events).toEqual(all.slice(index, index + 3));
          expect(rest.next).toBe(rest.events.at(-1)?.position);
        }
        for (const size of [1, 7, LOG_END]) expect(await readThrough(store, size)).toEqual(all);
      });

      it('a category in the same order and nothing else', async () => {
        const { store } = opened;
        await append('category1-a', 'any', 'a');
        await append('category1x-a', 'any', 'a');
        await append('category1-b-c', 'any', 'a', 'b');
        await append('category1-a', 'any', 'b');
        const page = await store.readCategory('category1', store.start, 3);
        expect(page.events.map((event) => event.stream)).toEqual([
          'category1-a',
          'category1-b-c',
          'category1-b-c',
        ]);
        const rest = await store.readCategory('category1', page.next, 3);
        expect(rest.events.map((event) => event.stream)).toEqual(['category1-a']);
        const end = await store.readCategory('category1', rest.next, 3);
        expect(end).toEqual({ events: [], next: rest.next });
        expect((await store.readCategory('nothing', store.start, 3)).next).toBe(store.start);
      });

      it('a position that this log never gave out is refused', async () => {
        const { store } = opened;
        const head = await store.head();
        const beyond = head.replace(/\d{4}$/, '9999');
        const foreign = `000099.${head.slice(7)}`;
        for (const position of [beyond, foreign, '', 'x', '0', `${head} `] as Position[]) {
          await expect(store.readAll(position, 10)).rejects.toBeInstanceOf(PositionBeyondLog);
          await expect(store.readCategory('case', position, 10)).rejects.toBeInstanceOf(PositionBeyondLog);
        }
      });
    });

    it('onAppended wakes soon after an append, and by itself when nothing comes', async () => {
      let woken = 0;
      const slow = opened.store.onAppended(() => (woken += 1), 60_000);
      await append(stream(), 'no-stream', 'a');
      await until(() => woken > 0);
      await slow.stop();
      const before = woken;
      await append(stream(), 'no-stream', 'a');
      let polled = 0;
      const fast = opened.store.onAppended(() => (polled += 1), 20);
      await until(() => polled > 2);
      await fast.stop();
      expect(woken).toBe(before);
    });

    it('the chain recomputed from what is read is the chain that is stored', async () => {
      const { store } = opened;
      const { events } = await store.readAll(store.start, LOG_END);
      const byStream = Map.groupBy(events, (event) => event.stream);
      for (const [to, history] of byStream) expectChained(to, history);
    });

    describeBadInput(() => opened.store);
  });
}
