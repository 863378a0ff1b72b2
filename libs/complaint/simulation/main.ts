import { command } from './command.js';

process.exitCode = command(process.argv.slice(2), {
  out: console.log,
  error: console.error,
  progress: process.stderr.isTTY ? progress : undefined,
});

/** How far a long run has come. */
function progress(played: number, of: number): void {
  if (played % Math.max(1, Math.floor(of / 100)) > 0) return;
  process.stderr.write(played === of ? '\r\u001b[K' : `\r${String(played)} of ${String(of)} cases`);
}
