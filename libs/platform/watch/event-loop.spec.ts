import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const PROCESS = fileURLToPath(new URL('./fixture/guarded-process.js', import.meta.url));

async function run(blockedSeconds: number, meanwhile: (child: { kill(signal: string): void }) => unknown) {
  const child = spawn(process.execPath, [PROCESS, String(blockedSeconds)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (chunk) => (words += String(chunk)));
  const over = once(child, 'exit') as Promise<[number | null, string | null]>;
  await once(child.stdout, 'data');
  await meanwhile({ kill: (signal) => child.kill(signal as NodeJS.Signals) });
  const [code, signal] = await over;
  return { code, signal, words };
}

describe('the guard of the event loop', () => {
  it('F27: kills a process whose event loop is blocked, and says why', async () => {
    const { signal, words } = await run(60, () => undefined);
    expect(signal).toBe('SIGKILL');
    expect(words).toContain('"process":"guarded"');
    expect(words).toContain('event loop has been blocked for 2 s');
  }, 20_000);

  it('F5: lets a process be that was stopped as a whole and goes on, or was busy for a moment', async () => {
    const { code, words } = await run(0.8, async (child) => {
      await sleep(200);
      child.kill('SIGSTOP');
      await sleep(4_000);
      child.kill('SIGCONT');
    });
    expect({ code, words }).toEqual({ code: 0, words: '' });
  }, 20_000);
});
