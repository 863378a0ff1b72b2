import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { presentOf, storedHistories } from '#testing';
import { directComplaintDecider } from './decider.js';
import type { DirectComplaintEvent } from './events.js';
import { DIRECT_COMPLAINT_EVENTS } from './registry.js';

const histories = storedHistories(new URL('golden/', import.meta.url));

describe('events as they were stored', () => {
  it.each(histories.map(({ name, ...history }) => [name, history] as const))(
    'the history "%s" still leads to the same complaint',
    (_name, { events, leadsTo }) => {
      const stored = events.map((event) => presentOf<DirectComplaintEvent>(DIRECT_COMPLAINT_EVENTS, event));
      expect(JSON.parse(JSON.stringify(fold(directComplaintDecider, stored)))).toEqual(leadsTo);
    },
  );

  it('there is a sample of every event', () => {
    const kept = new Set(histories.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(Object.keys(DIRECT_COMPLAINT_EVENTS).filter((type) => !kept.has(type))).toEqual([]);
  });

  it('each version has as many upcasts as versions before it', () => {
    for (const { version, upcasts } of Object.values(DIRECT_COMPLAINT_EVENTS))
      expect(upcasts).toHaveLength(version - 1);
  });
});
