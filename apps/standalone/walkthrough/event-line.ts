import { dayInChina, type JsonObject } from '#kernel';

/** An event of the case's history, as the interface gives it. */
export interface HistoryEvent {
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly happenedAt: string;
  readonly actor: { readonly id: string };
  readonly data: JsonObject;
  readonly chain: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
/** `DL-ACCEPT.RB-2026.1` without its occurrence: in this story no clock runs twice. */
const clockOf = (data: JsonObject): string => text(data['clock']).replace(/\.1$/, '');

const DETAILS: Readonly<Record<string, (data: JsonObject) => string>> = {
  ClockStarted: (data) => `${clockOf(data)} due ${text(data['dueOn'])}`,
  ClockReminded: (data) => `${clockOf(data)} ${text(data['rung'])}`,
  ClockMet: (data) => `${clockOf(data)} ${data['inTime'] === true ? 'in time' : 'late'}`,
  ClockMissed: (data) => `${clockOf(data)} due ${text(data['dueOn'])}`,
  Escalated: (data) => `${clockOf(data)} to ${(data['to'] as string[]).join(', ')}`,
  ChainOverrunForeseen: (data) => `past ${text(data['statutoryEndsOn'])}`,
  AcceptanceDecided: (data) => text(data['outcome']),
  DocumentDrafted: (data) => text(data['kind']),
  DocumentServed: (data) => text(data['kind']),
  RespondentReplied: (data) => (data['late'] === true ? 'late' : 'in time'),
};

/** The event in one line of plain text: its type, and what of it the rules decide. */
export function eventLine({ type, data }: HistoryEvent): string {
  const detail = DETAILS[type];
  return detail ? `${type} ${detail(data)}` : type;
}

/** As {@link eventLine}, with the day in China on which it was recorded. */
export function datedLine(event: HistoryEvent): string {
  return `${dayInChina(event.recordedAt)} ${eventLine(event)}`;
}
