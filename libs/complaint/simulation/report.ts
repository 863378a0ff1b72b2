import { FAULTS } from './faults.js';
import type { Summary } from './run.js';

/** What a run tells people: what happened, how it ended, what went wrong in it, and the digest to compare. */
export function told(summary: Summary, seconds: number): string {
  const { cases, events, commands, refused, ended, inHand, clocks, longest, faults, digest } = summary;
  const perCase = cases === 0 ? 0 : events / cases;
  return [
    `cases          ${figure(cases)}`,
    `events         ${figure(events)}, ${perCase.toFixed(1)} a case`,
    `commands       ${figure(commands)}, ${figure(refused)} of them refused`,
    `put away       ${counted(ended)}`,
    `still in hand  ${counted(inHand)}`,
    `clocks         ${counted(clocks)}`,
    `longest case   no. ${String(longest.number)} with ${figure(longest.events)} events`,
    `faults         ${counted(Object.fromEntries(FAULTS.map((fault) => [fault, faults[fault]])))}`,
    `broken         nothing`,
    `time           ${seconds.toFixed(1)} s`,
    `digest         ${digest}`,
  ].join('\n');
}

/** The most frequent first. */
function counted(of: Readonly<Record<string, number>>): string {
  const entries = Object.entries(of).toSorted(([, one], [, other]) => other - one);
  return entries.length === 0
    ? 'none'
    : entries.map(([name, times]) => `${name} ${figure(times)}`).join(', ');
}

function figure(number: number): string {
  return number.toLocaleString('en');
}
