/** A row of a stream, as the statements of {@link EventReader} select it. */
export type StreamRow = readonly [
  epoch: number,
  place: string,
  revision: string,
  chain: string,
  body: string,
];

/** What is asked of one stream: from which revision on, and how many events at most (null: all). */
export interface StreamAsked {
  readonly stream: string;
  readonly fromRevision: number;
  readonly limit: number | null;
}

/** Reads all of them with one statement; the rows of each in turn, in order. */
export type ReadStreams = (asked: readonly StreamAsked[]) => Promise<readonly (readonly StreamRow[])[]>;

interface Waiting {
  readonly asked: StreamAsked;
  readonly resolve: (rows: readonly StreamRow[]) => void;
  readonly reject: (fault: unknown) => void;
}

/** More would keep the first of them waiting for the last. */
const MOST_TOGETHER = 32;

/** Gathers what is asked for within one turn of the event loop: streams read together cost one round trip. */
export class StreamReads {
  private waiting: Waiting[] = [];

  constructor(private readonly readStreams: ReadStreams) {}

  read(asked: StreamAsked): Promise<readonly StreamRow[]> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.readAll());
      this.waiting.push({ asked, resolve, reject });
    });
  }

  private readAll(): void {
    const { waiting } = this;
    this.waiting = [];
    for (let first = 0; first < waiting.length; first += MOST_TOGETHER) {
      void this.readTogether(waiting.slice(first, first + MOST_TOGETHER));
    }
  }

  private async readTogether(waiting: readonly Waiting[]): Promise<void> {
    try {
      const found = await this.readStreams(waiting.map(({ asked }) => asked));
      for (const [index, { resolve }] of waiting.entries()) resolve(found[index] ?? []);
    } catch (fault) {
      for (const { reject } of waiting) reject(fault);
    }
  }
}
