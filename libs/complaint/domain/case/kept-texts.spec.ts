import { describe, expect, it } from '@jest/globals';
import { fold, isSealed } from '#kernel';
import { complaintDecider } from './decider.js';
import type { ComplaintEvent } from './events.js';
import callbacks from '../golden/callbacks-v1.json' with { type: 'json' };
import delays from '../golden/delays-v1.json' with { type: 'json' };
import endings from '../golden/endings-v1.json' with { type: 'json' };
import events from '../golden/events-v1.json' with { type: 'json' };
import offices from '../golden/offices-v1.json' with { type: 'json' };
import outcomes from '../golden/outcomes-v1.json' with { type: 'json' };

function sealedFields(value: unknown): string[] {
  if (isSealed(value)) return [value.text];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sealedFields);
}

const histories = [
  ...events,
  ...outcomes,
  ...endings,
  ...offices,
  ...callbacks,
  ...delays,
] as unknown as readonly {
  name: string;
  events: readonly ComplaintEvent[];
}[];

describe('what people wrote into a case', () => {
  it.each(histories.map(({ name, events }) => [name, events] as const))(
    'can be read from it again: %s',
    (_name, events) => {
      const written = new Set(events.flatMap(({ data }) => sealedFields(data)));
      const kept = new Set(sealedFields(fold(complaintDecider, events)));
      expect([...written].filter((text) => !kept.has(text))).toEqual([]);
    },
  );
});
