import { evaluate, parse, type ValueNode } from '@humanwhocodes/momoa';

/** A place in a text; line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A JSON value that remembers where each of its parts stood. */
export interface LocatedJson {
  readonly value: unknown;
  /** Names that stand twice in one object, by JSON pointer (RFC 6901), each with the place of the second. */
  readonly twice: readonly { readonly pointer: string; readonly place: Place }[];
  /** Where a JSON pointer leads; for what is not there, the place of what it should be in. */
  placeOf(pointer: string): Place;
}

/** The text is not JSON. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  constructor(
    readonly place: Place,
    cause: unknown,
  ) {
    super((cause as Error).message, { cause });
  }
}

/** Reads JSON and keeps every place. A byte order mark is passed over. @throws NotJson */
export function locatedJson(text: string): LocatedJson {
  const body = bodyOf(text.replace(/^\uFEFF/, ''));
  const places = new Map<string, Place>();
  const twice: { pointer: string; place: Place }[] = [];
  walk(body, '', (pointer, place) => {
    if (places.has(pointer)) twice.push({ pointer, place });
    else places.set(pointer, place);
  });
  return { value: evaluate(body), twice, placeOf: (pointer) => nearest(places, pointer) };
}

function bodyOf(text: string): ValueNode {
  try {
    return parse(text, { mode: 'json' }).body;
  } catch (error) {
    const { line = 1, column = 1 } = error as Partial<Place>;
    throw new NotJson({ line, column }, error);
  }
}

function walk(node: ValueNode, pointer: string, found: (pointer: string, place: Place) => void): void {
  if (pointer === '') found(pointer, placeOf(node));
  if (node.type === 'Array')
    node.elements.forEach((element, index) => {
      const at = `${pointer}/${String(index)}`;
      found(at, placeOf(element));
      walk(element.value, at, found);
    });
  if (node.type === 'Object')
    for (const member of node.members) {
      const name = member.name.type === 'String' ? member.name.value : member.name.name;
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      found(at, placeOf(member));
      walk(member.value, at, found);
    }
}

function placeOf({ loc }: { readonly loc: { readonly start: Place } }): Place {
  return { line: loc.start.line, column: loc.start.column };
}

function nearest(places: ReadonlyMap<string, Place>, pointer: string): Place {
  const known = places.get(pointer);
  if (known !== undefined) return known;
  return pointer === ''
    ? { line: 1, column: 1 }
    : nearest(places, pointer.slice(0, pointer.lastIndexOf('/')));
}
