import { describe, expect, it } from '@jest/globals';
import { StreamReads, type StreamAsked, type StreamRow } from './stream-reads.js';

const rowsOf = ({ stream }: StreamAsked): StreamRow[] => [[1, '1', '0', '', stream]];
const asked = (stream: string): StreamAsked => ({ stream, fromRevision: 0, limit: null });
const names = (count: number) => Array.from({ length: count }, (_, index) => `case-${index}`);

describe('reads of streams, gathered', () => {
  it('what is asked for in one turn is read together, 32 at most, and each gets its own', async () => {
    const sizes: number[] = [];
    const reads = new StreamReads(async (all) => {
      sizes.push(all.length);
      return all.map(rowsOf);
    });
    const found = await Promise.all(names(70).map((stream) => reads.read(asked(stream))));
    expect(found.map(([row]) => row?.[4])).toEqual(names(70));
    expect(sizes).toEqual([32, 32, 6]);
  });

  it('who asks later is read later, and is not kept waiting by those before', async () => {
    const waiting: (() => void)[] = [];
    const reads = new StreamReads(async (all) => {
      if (all[0]?.stream === 'case-slow') await new Promise<void>((resolve) => waiting.push(resolve));
      return all.map(rowsOf);
    });
    const slow = reads.read(asked('case-slow'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await reads.read(asked('case-quick'))).toHaveLength(1);
    for (const end of waiting) end();
    expect(await slow).toHaveLength(1);
  });

  it('a statement that fails is answered to those who asked, and the next is tried anew', async () => {
    let fails = true;
    const reads = new StreamReads(async (all) => {
      if (fails) throw new Error('away');
      return all.map(rowsOf);
    });
    const found = await Promise.allSettled(names(2).map((stream) => reads.read(asked(stream))));
    expect(found.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await reads.read(asked('case-0'))).toHaveLength(1);
  });
});
