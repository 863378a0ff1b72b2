import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A PDF as far as its bytes show: its mark, a text, an end. */
export function pdf(text = 'contract', size = 0): Buffer {
  const head = Buffer.from(`%PDF-1.7\n${text}\n`, 'utf8');
  const filling = Buffer.from(randomBytes(Math.max(0, size - head.length - 6)).map((byte) => byte | 0x80));
  return Buffer.concat([head, filling, Buffer.from('%%EOF\n')]);
}

/** A form with a file, as a browser sends it. */
export function evidenceForm(
  file: Buffer = pdf(),
  about: Readonly<Record<string, unknown>> = {},
  { name = '旅游合同.pdf', type = 'application/pdf' } = {},
): FormData {
  const form = new FormData();
  const said = { kind: 'documentary', submittedBy: 'complainant', ...about };
  form.append('about', new Blob([JSON.stringify(said)], { type: 'application/json' }));
  form.append('file', new Blob([new Uint8Array(file)], { type }), name);
  return form;
}

/** Every file below a folder, by its path in it. */
export function filesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path)];
    }),
  );
}
