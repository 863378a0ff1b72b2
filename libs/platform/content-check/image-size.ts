import type { ByteSource } from './port.js';

/** More picture points than any camera makes. What claims more is made to exhaust whoever opens it. */
export const MOST_PIXELS = 400_000_000;
/** Beyond this many segments or bytes before the size of a JPEG, nobody looks on. */
const MOST_SEGMENTS = 1_000;

/** Picture points as the file claims them; undefined when it does not say, or is no such picture. */
export async function pixelsOf(source: ByteSource, mediaType: string): Promise<number | undefined> {
  if (mediaType === 'image/png') return pngPixels(source);
  if (mediaType === 'image/jpeg') return jpegPixels(source);
  return undefined;
}

/** Width and height stand at a fixed place. */
async function pngPixels(source: ByteSource): Promise<number | undefined> {
  const head = Buffer.from(await source.read(16, 8));
  return head.length < 8 ? undefined : head.readUInt32BE(0) * head.readUInt32BE(4);
}

/** Width and height stand in the frame header, behind segments of any length. */
async function jpegPixels(source: ByteSource): Promise<number | undefined> {
  let at = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    const head = Buffer.from(await source.read(at, 9));
    if (head.length < 9 || head[0] !== 0xff) return undefined;
    const marker = head[1] ?? 0;
    if (isFrame(marker)) return head.readUInt16BE(5) * head.readUInt16BE(7);
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(2);
  }
  return undefined;
}

/** SOF0 to SOF15, without the three numbers in between that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
