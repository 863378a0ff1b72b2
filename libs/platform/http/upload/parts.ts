import type { BusboyInstance } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { ProblemError } from '../problems/errors.js';

/** What is wrong with a form; named in the answer. */
export type FormFault =
  | 'no-boundary'
  | 'about-first'
  | 'about-too-large'
  | 'file-second'
  | 'too-many-parts'
  | 'broken-off'
  | 'not-a-form';

/** One part of a form, to be read before the next one comes. */
export interface Part {
  readonly name: string | undefined;
  readonly fileName: string | undefined;
  readonly mediaType: string | undefined;
  /** Ends in the fault of the form, if there is one. */
  readonly content: AsyncIterable<Buffer>;
}

/** 400, with what is wrong. */
export function malformedForm(reason: FormFault): ProblemError {
  return new ProblemError('malformed-upload', { facts: { reason } });
}

/** The parts of a form one after the other, as they arrive. */
export class FormParts {
  private readonly arrived: (Part & { readonly stream: Readable })[] = [];
  private current: Readable | undefined;
  private fault: ProblemError | undefined;
  private ended = false;
  private wake: (() => void) | undefined;

  private readonly brokenOff = () => {
    if (!this.request.complete) this.fail(malformedForm('broken-off'));
  };

  constructor(
    private readonly request: IncomingMessage,
    private readonly parser: BusboyInstance,
  ) {
    parser.on('file', (name, stream, fileName, _encoding, mediaType) => {
      stream.on('error', () => this.fail(malformedForm('not-a-form')));
      this.arrived.push({ name, fileName, mediaType, stream, content: this.reading(stream) });
      this.wake?.();
    });
    parser.on('partsLimit', () => this.fail(malformedForm('too-many-parts')));
    parser.on('error', () => this.fail(malformedForm('not-a-form')));
    parser.on('finish', () => {
      this.ended = true;
      this.wake?.();
    });
    request.on('error', this.brokenOff);
    request.on('close', this.brokenOff);
    request.pipe(parser);
  }

  /** The next part; undefined at the end of the form. Rejects with what is wrong with it. */
  async next(): Promise<Part | undefined> {
    while (this.arrived.length === 0 && !this.ended && !this.fault) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.fault) throw this.fault;
    const part = this.arrived.shift();
    this.current = part?.stream;
    return part;
  }

  /** Takes nothing more. What is still to come is thrown away, so that the connection can be used again. */
  stop(): void {
    this.request.unpipe(this.parser);
    this.request.off('error', this.brokenOff);
    this.request.off('close', this.brokenOff);
    this.request.on('error', () => undefined);
    this.request.resume();
    for (const { stream } of this.arrived) stream.destroy();
    this.current?.destroy();
  }

  private async *reading(stream: Readable): AsyncGenerator<Buffer> {
    try {
      yield* stream as AsyncIterable<Buffer>;
    } catch (error) {
      throw this.fault ?? error;
    }
  }

  private fail(fault: ProblemError): void {
    this.fault ??= fault;
    this.current?.destroy(this.fault);
    this.wake?.();
  }
}
