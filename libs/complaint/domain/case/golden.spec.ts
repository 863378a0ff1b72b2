import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fold } from '#kernel';
import { complaintDecider } from './decider.js';
import type { ComplaintEvent, ComplaintEventType } from './events.js';
import { COMPLAINT_EVENTS } from './registry.js';

interface Stored {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

interface History {
  readonly name: string;
  readonly events: readonly Stored[];
  readonly leadsTo: object;
}

const GOLDEN = new URL('../golden/', import.meta.url);

/**
 * Events as they were written once, with the state that they led to. A file is never made anew: an event
 * that changes keeps its old samples, gets an upcast, and a new file with samples of the new version beside it.
 */
const histories = readdirSync(GOLDEN)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8')) as History[]);

function read({ type, version, data }: Stored): ComplaintEvent {
  const { upcasts } = COMPLAINT_EVENTS[type as ComplaintEventType];
  const now = upcasts.slice(version - 1).reduce((old: unknown, step) => step(old as never), data);
  return { type, data: now } as ComplaintEvent;
}

describe('events as they were stored', () => {
  it.each(histories.map(({ name, ...history }) => [name, history] as const))(
    'the history "%s" still leads to the same case',
    (_name, { events, leadsTo }) => {
      const { registration: _, ...state } = fold(complaintDecider, events.map(read)) as {
        registration?: unknown;
      };
      expect(JSON.parse(JSON.stringify(state))).toEqual(leadsTo);
    },
  );

  it('there is a sample of every event in its first version', () => {
    const kept = new Set(histories.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(Object.keys(COMPLAINT_EVENTS).filter((type) => !kept.has(type))).toEqual([]);
  });

  it('each version has as many upcasts as versions before it', () => {
    for (const { version, upcasts } of Object.values(COMPLAINT_EVENTS))
      expect(upcasts).toHaveLength(version - 1);
  });
});
