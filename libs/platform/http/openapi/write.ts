import type { INestApplication } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOpenApi, type OpenApiInfo } from './build.js';

/** The committed document is not the one the application now has. */
export class OpenApiDrift extends Error {
  override readonly name = 'OpenApiDrift';
}

/**
 * Writes the document of an initialised application to `path`. With `check`, writes nothing and throws
 * `OpenApiDrift` when the file differs from what would be written.
 */
export async function writeOpenApi(
  app: INestApplication,
  info: OpenApiInfo,
  path: string,
  { check = false }: { readonly check?: boolean } = {},
): Promise<void> {
  const text = `${JSON.stringify(buildOpenApi(app, info), null, 2)}\n`;
  if (!check) return writeFile(path, text);
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed !== text) throw new OpenApiDrift(`${path} is out of date: write it again and commit it`);
}

/** What the linter said of a document. */
export interface LintResult {
  readonly passed: boolean;
  readonly output: string;
}

/** Runs `redocly lint` with `redocly.yaml` of `root`, without telemetry or any call outside. */
export async function lintOpenApi(path: string, root = process.cwd()): Promise<LintResult> {
  const linter = spawn(
    process.execPath,
    [
      join(root, 'node_modules/@redocly/cli/bin/cli.js'),
      'lint',
      path,
      '--config',
      join(root, 'redocly.yaml'),
    ],
    {
      env: {
        ...process.env,
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    },
  );
  let output = '';
  linter.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  linter.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    linter.on('close', resolve).on('error', reject),
  );
  return { passed: code === 0, output };
}
