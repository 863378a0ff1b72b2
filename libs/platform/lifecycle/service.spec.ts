import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const FAILING = fileURLToPath(new URL('./fixture/failing-process.js', import.meta.url));

it('a service that can no longer do its work says why and ends with 1, though its orderly end never comes', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [FAILING], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(status).toBe(1);
  expect(stdout).toBe('tousu failing: runs\n');
  expect(JSON.parse(stderr)).toMatchObject({
    level: 60,
    process: 'failing',
    err: 'the sweep has stood still',
    msg: 'this process ends, to be started again',
  });
}, 40_000);
