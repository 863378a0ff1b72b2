import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonName } from './people.js';
import type { Story } from './story.js';
import type { World } from './world.js';

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

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file in a case, and where it can be had. */
export interface Attached {
  readonly attachmentId: string;
  readonly path: string;
}

/** Attached by the registrar. */
export async function attached(
  story: Story,
  file = pdf(),
  about: Readonly<Record<string, unknown>> = {},
  sent: { readonly name?: string; readonly type?: string } = {},
): Promise<Attached> {
  const answer = await story.act('registrar', 'attachments', evidenceForm(file, about, sent));
  const { attachmentId } = answer.body as { attachmentId: string };
  return { attachmentId, path: `${story.path}/attachments/${attachmentId}` };
}

/** What somebody gets who asks for a file: its bytes, or the code of a problem. */
export async function download(world: World, path: string, as: PersonName = 'leader') {
  const response = await (await world.as(as)).download(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isProblem = response.headers.get('content-type')?.includes('problem') === true;
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    code: isProblem ? (JSON.parse(bytes.toString('utf8')) as { code: string }).code : undefined,
  };
}
