import { stringify } from 'csv-stringify/sync';
import type { FiringEntry } from '../../../read-models/index.js';
import { COLUMNS, printed } from './firings-words.js';

/** The report as a table for a spreadsheet (RFC 4180, UTF-8 with mark), a page of lines at a time. */
export async function* csvOf(pages: AsyncIterable<readonly FiringEntry[]>): AsyncGenerator<string> {
  const columns = COLUMNS.map(([key, zh, en]) => ({ key, header: `${zh} ${en}` }));
  let header = true;
  for await (const page of pages) {
    // A cell that begins like a formula would be calculated by whoever opens the file.
    const options = {
      columns,
      header,
      bom: header,
      escape_formulas: true,
      record_delimiter: 'windows',
    } as const;
    yield stringify(page.map(printed), options);
    header = false;
  }
}
