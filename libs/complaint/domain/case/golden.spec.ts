import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { presentOf, storedHistories } from '#testing';
import { complaintDecider } from './decider.js';
import type { ComplaintEvent } from './events.js';
import { COMPLAINT_EVENTS } from './registry.js';

const histories = storedHistories(new URL('../golden/', import.meta.url));

describe('events as they were stored', () => {
  it.each(histories.map(({ name, ...history }) => [name, history] as const))(
    'the history "%s" still leads to the same case',
    (_name, { events, leadsTo }) => {
      const { registration: _, ...state } = fold(
        complaintDecider,
        events.map((event) => presentOf<ComplaintEvent>(COMPLAINT_EVENTS, event)),
      ) as { registration?: unknown };
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
