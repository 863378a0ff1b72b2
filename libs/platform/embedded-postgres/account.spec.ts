import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended } from '#platform/child-process';
import { accountFor, spawnAs, type Account } from './account.js';

const CHECK = `
  const { accessSync, constants, readFileSync } = require('node:fs');
  accessSync(process.argv[1], constants.R_OK | constants.X_OK);
  console.log(process.getuid(), /^CapEff:\\s*0*(\\w*)$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);`;

let room: string;
let program: string;

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'tousu-account-'));
  program = join(room, 'program');
  writeFileSync(program, '', { mode: 0o755 });
});

afterEach(() => {
  rmSync(room, { recursive: true, force: true });
});

/** What the account may do with `program`: `<uid> <capabilities>`, or nothing where it cannot reach it. */
async function reach(account: Account): Promise<string> {
  const child = spawnAs(account, process.execPath, ['-e', CHECK, program], [program], {
    stdio: ['ignore', 'pipe', 'ignore'],
    cwd: '/',
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await ended(child);
  return said.trim();
}

if (process.getuid?.() === 0 && process.platform === 'linux') {
  describe('as root', () => {
    it('the server gets past a folder that only root may enter, with one capability and no more', async () => {
      const account = accountFor(room, false) as Account;
      expect(account.uid).toBeGreaterThan(0);
      // 4: CAP_DAC_READ_SEARCH; 2: CAP_DAC_OVERRIDE, where a container holds back the other.
      expect(await reach(account)).toMatch(new RegExp(`^${account.uid} [42]$`));
    });

    it('the server has no capability where it needs none', async () => {
      const account = accountFor(room, false) as Account;
      chmodSync(room, 0o755);
      const said = await reach(account);
      // Where Node itself lies in a closed folder it needs the one capability to start at all.
      expect(said).toMatch(new RegExp(`^${account.uid}( [42])?$`));
    });
  });
} else {
  it('an ordinary user runs the server as itself', () => {
    expect(accountFor(room, false)).toBeNull();
  });
}
