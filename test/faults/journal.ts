import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Lines of JSON, each on disk before the writer goes on: what it says survives whatever is killed. */
export class Journal<Line extends object> {
  private readonly fd: number;

  constructor(private readonly path: string) {
    this.fd = openSync(path, 'a');
  }

  write(line: Line): void {
    writeSync(this.fd, `${JSON.stringify(line)}\n`);
    fsyncSync(this.fd);
  }

  close(): void {
    closeSync(this.fd);
  }

  read(): Line[] {
    return linesOf<Line>(this.path);
  }
}

/** The whole lines of a journal; one that was being written when its writer died is not there. */
export function linesOf<Line>(path: string): Line[] {
  const text = readFileSync(path, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
