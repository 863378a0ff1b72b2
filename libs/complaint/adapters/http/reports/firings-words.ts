import { inBeijing } from '#platform/http';
import type { CalledOff, FiringEntry, FiringStatus, LateBecause } from '../../../read-models/index.js';

/** What the columns of the printed and the exported report are called. */
export const COLUMNS = [
  ['number', '案号', 'Case'],
  ['clock', '期限', 'Clock'],
  ['rung', '级次', 'Rung'],
  ['at', '应触发（北京时间）', 'To ring (Beijing)'],
  ['status', '结果', 'What became of it'],
  ['rangAt', '实际触发（北京时间）', 'Rang (Beijing)'],
  ['late', '迟延（秒）', 'Late (s)'],
  ['why', '原因', 'Why'],
] as const;
export type Column = (typeof COLUMNS)[number][0];

const STATUS: Readonly<Record<FiringStatus, string>> = {
  rang: '已触发 rang',
  outstanding: '应触发而未触发 outstanding',
  'called-off': '届时前取消 called off',
  overtaken: '届时后未触发即取消 overtaken',
  'to-come': '未到时 to come',
};
export const CALLED_OFF: Readonly<Record<CalledOff, string>> = {
  met: '期限内已办 met',
  paused: '中止 paused',
  cancelled: '取消 cancelled',
  rescheduled: '重新计算 counted anew',
  'run-out': '已届满 had run out',
};
const LATE: Readonly<Record<LateBecause, string>> = {
  'recorded-late': '事实补录 recorded late',
  'worker-late': '系统未及时触发 the worker was late',
};

/** One line of the report as it is printed. */
export function printed(entry: FiringEntry): Readonly<Record<Column, string>> {
  const { number, clock, rung, at, status, ended_at, late_ms, late_because, called_off, extra } = entry;
  const twice = extra > 0 ? `重复触发 ${extra} 次 rang ${extra} more times` : '';
  const why = [called_off && CALLED_OFF[called_off], late_because && LATE[late_because], twice];
  return {
    ...{ number, clock, rung, at: inBeijing(at), status: STATUS[status] },
    rangAt: status === 'rang' && ended_at ? inBeijing(ended_at) : '',
    late: late_ms === null ? '' : (late_ms / 1000).toFixed(3),
    why: why.filter(Boolean).join('；'),
  };
}
