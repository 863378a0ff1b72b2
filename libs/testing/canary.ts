import { randomInt } from 'node:crypto';

/** A made-up person whose texts occur nowhere else, so that finding one of them proves a leak. */
export interface CanaryPerson {
  readonly name: string;
  readonly latinName: string;
  /** Eleven digits, of a block that no operator serves. */
  readonly phone: string;
  /** Shaped like a resident identity number of a region that does not exist. */
  readonly identityNumber: string;
  readonly address: string;
  readonly facts: string;
}

/** A text to look through, and how to name it in a finding. */
export interface Haystack {
  readonly where: string;
  readonly text: string;
}

/** A canary that was seen where it must not be. */
export interface Sighting {
  readonly canary: string;
  readonly where: string;
  /** How it was written there. */
  readonly form: string;
}

const HAN = '昕晧曦朙玥珺琋瑄瑾璟璠甯畇睿祎禔稷竑笙筠箫粲絜綦羲翀翊翮耘聿';

/** A new person; no two share a text. */
export function canaryPerson(): CanaryPerson {
  const mark = Array.from({ length: 6 }, () => HAN[randomInt(HAN.length)]).join('');
  const digits = String(randomInt(1e8)).padStart(8, '0');
  const latin = Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join('');
  return {
    name: `金${mark}`,
    latinName: `Canaria Q${latin}`,
    phone: `100${digits}`,
    identityNumber: `000000${digits}${String(randomInt(1e4)).padStart(4, '0')}`,
    address: `云海市金丝雀路${mark}里${digits}号`,
    facts: `导游${mark}在途中称退款${digits}分，未签字。`,
  };
}

/** The texts of people, ready for {@link findCanaries}. */
export function canariesOf(...people: readonly CanaryPerson[]): string[] {
  return people.flatMap((person) => Object.values(person) as string[]);
}

/**
 * Looks for each canary in each text: as it stands, escaped for JSON or a URL, in base64 (at any offset,
 * both alphabets), and in hex. An empty answer means that none was seen.
 */
export function findCanaries(canaries: readonly string[], haystacks: Iterable<Haystack>): Sighting[] {
  const forms = canaries.flatMap(formsOf);
  const seen: Sighting[] = [];
  for (const { where, text } of haystacks) {
    const folded = text.toLowerCase();
    for (const { canary, form, written, caseless } of forms) {
      if ((caseless ? folded : text).includes(written)) seen.push({ canary, where, form });
    }
  }
  return seen;
}

interface Form {
  readonly canary: string;
  readonly form: string;
  readonly written: string;
  readonly caseless: boolean;
}

function formsOf(canary: string): Form[] {
  if (canary.length < 6) throw new Error('a canary this short would be found by chance');
  const bytes = Buffer.from(canary, 'utf8');
  const caseless: (readonly [string, string])[] = [
    [
      'json',
      canary.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['url', encodeURIComponent(canary)],
    ['hex', bytes.toString('hex')],
  ];
  const exact: (readonly [string, string])[] = [
    ['plain', canary],
    ...[0, 1, 2].flatMap((offset) => {
      const base64 = innerBase64(bytes, offset);
      return [
        ['base64', base64] as const,
        ['base64url', base64.replaceAll('+', '-').replaceAll('/', '_')] as const,
      ];
    }),
  ];
  const forms = [
    ...exact.map(([form, written]) => ({ canary, form, written, caseless: false })),
    ...caseless.map(([form, written]) => ({ canary, form, written: written.toLowerCase(), caseless: true })),
  ];
  // A canary of plain letters reads the same in several forms: each sighting is named once.
  return forms.filter(
    (one, index) =>
      forms.findIndex(({ written }) => written === one.written) === index &&
      (one.form === 'plain' || one.written !== canary.toLowerCase()),
  );
}

/** The base64 of bytes that begin `offset` bytes into a group of three, without what neighbours touch. */
function innerBase64(bytes: Buffer, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const start = [0, 2, 3][offset] ?? 0;
  const end = (offset + bytes.length) % 3 === 0 ? padded.length : padded.length - 1;
  return padded.slice(start, end);
}
