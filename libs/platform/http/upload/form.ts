import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '#kernel';
import { parseStrictJson } from '../body/strict-json.js';
import { ProblemError } from '../problems/errors.js';
import { FormParts, malformedForm, type Part } from './parts.js';

/** The part `file` of a form, as it comes. */
export interface IncomingFile {
  /** The name as it was sent, without folders. Not to be believed. */
  readonly name?: string;
  /** What the sender calls its type. Not to be believed. */
  readonly mediaType?: string;
  /** To be read to its end. It ends in an error when the form does not end after it, or breaks off. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** `about` is a small form of fields; what is longer is none of ours. */
const LONGEST_ABOUT = 65_536;
/** Boundaries and headers of parts. */
const ROOM_FOR_THE_REST = 16_384;

/**
 * Reads a form of two parts: `about`, a JSON object, and behind it `file`, which is handed on as it comes and never
 * held. Throws `unsupported-media-type`, `malformed-upload`, `malformed-json`, or `body-too-large` when a length is
 * announced that is too much; whoever takes the file counts its bytes.
 */
export async function receiveForm<Taken>(
  request: FastifyRequest,
  maxFileBytes: number,
  take: (about: JsonObject, file: IncomingFile) => Promise<Taken>,
): Promise<Taken> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxFileBytes + LONGEST_ABOUT + ROOM_FOR_THE_REST) throw fileTooLarge(maxFileBytes);
  const parts = new FormParts(request.raw, parserFor(request));
  try {
    const about = await parts.next();
    if (about?.name !== 'about') throw malformedForm('about-first');
    const object = parseStrictJson(await gathered(about.content));
    const file = await parts.next();
    if (file?.name !== 'file') throw malformedForm('file-second');
    return await take(object, incoming(file, parts));
  } finally {
    parts.stop();
  }
}

/** 413, with how much a file may have. */
export function fileTooLarge(limitBytes: number): ProblemError {
  return new ProblemError('body-too-large', { facts: { limitBytes } });
}

function parserFor({ headers }: FastifyRequest): BusboyInstance {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new ProblemError('unsupported-media-type');
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': type },
      isPartAFile: () => true,
      limits: { headerPairs: 20, headerSize: 8_192, parts: 2 },
    });
  } catch {
    throw malformedForm('no-boundary');
  }
}

function incoming(file: Part, parts: FormParts): IncomingFile {
  return {
    ...(file.fileName === undefined ? {} : { name: asNamed(file.fileName) }),
    ...(file.mediaType === undefined ? {} : { mediaType: file.mediaType }),
    content: toTheEnd(file, parts),
  };
}

/** Browsers write these three signs so, and no others. */
function asNamed(name: string): string {
  return name.replaceAll(/%22/g, '"').replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n');
}

async function* toTheEnd(file: Part, parts: FormParts): AsyncGenerator<Uint8Array> {
  yield* file.content;
  if ((await parts.next()) !== undefined) throw malformedForm('too-many-parts');
}

async function gathered(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > LONGEST_ABOUT) throw malformedForm('about-too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
