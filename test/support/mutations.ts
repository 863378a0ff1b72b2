import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

/** Every place in a JSON value, the whole of it first. */
export function placesOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => placesOf(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]));
  return [path, ...inside];
}

/** The value with something else, or nothing, at one place. */
export function changed(value: Json, [step, ...rest]: Path, to: Json | undefined): Json {
  if (step === undefined) return to ?? null;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (index !== step) return [item];
      return rest.length === 0 && to === undefined ? [] : [changed(item, rest, to)];
    });
  }
  // An earlier change took the place away.
  if (typeof value !== 'object' || value === null) return value;
  const { [step]: old = null, ...others } = value;
  if (rest.length === 0 && to === undefined) return others;
  return { ...others, [step]: changed(old, rest, to) };
}

/** Values at the edge of what anything takes, of every type. */
export const EDGES: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  1e13 + 1,
  9007199254740991,
  '',
  ' ',
  'x'.repeat(10_001),
  '\u0001',
  '\u{20000}'.repeat(200),
  '0001-01-01',
  '1900-02-29',
  '2101-01-01',
  '9999-12-31',
  '0001-01-01T00:00:00Z',
  '1900-01-01T00:00:00+08:00',
  '2101-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-23:59',
  [],
  {},
  [[]],
  Array.from({ length: 201 }, () => 'x'),
];

/** A body made wrong in one or two places: something dropped, retyped, taken to an edge, or added. */
export function wrongBodies(good: Json): fc.Arbitrary<Json> {
  const places = placesOf(good).filter((path) => path.length > 0);
  const added = fc.constant<(body: Json) => Json>((body) => ({ ...(body as object), nichtDa: 1 }));
  const whole = fc
    .constantFrom<Json>(null, [], 'text', 7, {})
    .map<(body: Json) => Json>((value) => () => value);
  const one =
    places.length === 0
      ? fc.oneof(added, whole)
      : fc.oneof(
          { weight: 6, arbitrary: atPlace(places) },
          { weight: 1, arbitrary: added },
          { weight: 1, arbitrary: whole },
        );
  return fc
    .array(one, { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce((body, change) => change(body), good));
}

function atPlace(places: readonly Path[]): fc.Arbitrary<(body: Json) => Json> {
  const to = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(...EDGES),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  );
  return fc.tuple(fc.constantFrom(...places), to).map(
    ([path, value]) =>
      (body: Json) =>
        typeof body === 'object' && body !== null ? changed(body, path, value) : body,
  );
}

export type { Json };
