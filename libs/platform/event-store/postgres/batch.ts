import { PartialDuplicate } from '../errors.js';
import type { ExpectedRevision } from '../port.js';
import type { Epochs } from '../position.js';
import type { EncodedAppend } from '../request.js';
import type { Answer } from './append-queue.js';

/** The one statement that writes. Canonical text holds no raw line feed, so lines need no escaping. */
export const APPEND = `select es.append(
  string_to_array($1, E'\\n'), $2::int[], $3::bigint[], $4::int[], $5::uuid[], string_to_array($6, E'\\n'), $7)`;

/** The same for a batch of one event at a revision that its caller names; null when it is not at it. */
export const APPEND_ONE = 'select es.append_one($1, $2, $3, $4)';

const FIELDS = 4;

/** Parameters of {@link APPEND_ONE}; undefined when the batch is not of that kind. */
export function parametersOfOne(batch: readonly EncodedAppend[]): readonly unknown[] | undefined {
  const [append] = batch;
  if (!append || batch.length > 1 || append.ids.length > 1 || append.expected === 'any') return undefined;
  return [append.stream, expectedCode(append.expected), append.ids[0], append.bodies[0]];
}

/** Parameters of {@link APPEND}. `probeAll` looks every append up among the stored events first. */
export function parametersOf(batch: readonly EncodedAppend[], probeAll: boolean): readonly unknown[] {
  const slots = new Map<string, number>();
  const slotOf: number[] = [];
  const bodies: string[] = [];
  const ids: string[] = [];
  for (const append of batch) {
    let slot = slots.get(append.stream);
    if (slot === undefined) {
      slot = slots.size + 1;
      slots.set(append.stream, slot);
    }
    slotOf.push(slot);
    ids.push(...append.ids);
    bodies.push(...append.bodies);
  }
  return [
    [...slots.keys()].join('\n'),
    `{${slotOf.join()}}`,
    `{${batch.map(({ expected }) => expectedCode(expected)).join()}}`,
    `{${batch.map(({ ids }) => ids.length).join()}}`,
    `{${ids.join()}}`,
    bodies.join('\n'),
    probeAll,
  ];
}

/**
 * Reads what the function said about each append of the batch. The first number is the epoch; if only one
 * follows, every append was one event that got the place after the one before, from that number on.
 */
export function answersOf(
  batch: readonly EncodedAppend[],
  said: readonly number[],
  epochs: Epochs,
): Answer[] {
  if (said.length === 2)
    return batch.map((append, index) => asExpected(append, said[1]! + index + 1, epochs));
  return batch.map(({ stream }, index) => {
    const at = 1 + index * FIELDS;
    const [code, firstRevision, revision, place] = said.slice(at, at + FIELDS) as [
      number,
      number,
      number,
      number,
    ];
    switch (code) {
      case 0:
        return { outcome: 'appended', firstRevision, revision, position: epochs.name(place) };
      case 1:
        return { outcome: 'duplicate', firstRevision, revision, position: epochs.name(place) };
      case 2:
        return { outcome: 'conflict', actualRevision: firstRevision < 0 ? null : firstRevision };
      case 3:
        return new PartialDuplicate(stream);
      default:
        return new Error(`the append function answered ${code}`);
    }
  });
}

function asExpected({ expected }: EncodedAppend, place: number, epochs: Epochs): Answer {
  const revision = expectedCode(expected) + 1;
  return { outcome: 'appended', firstRevision: revision, revision, position: epochs.name(place) };
}

function expectedCode(expected: ExpectedRevision): number {
  return expected === 'no-stream' ? -1 : expected === 'any' ? -2 : expected;
}
