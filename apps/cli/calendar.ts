import { readFileSync } from 'node:fs';
import { isRefusal, type Refusal } from '#kernel';
import { clocksOfCases, PASSES, partsOf } from '#complaint';
import {
  HOLIDAY_PROBLEMS,
  HolidayNoticeDto,
  HolidayRecords,
  LiveCalendars,
  noticeInputOf,
  previewOf,
  sameNotice,
  type AffectedClock,
  type HolidayRefusalCode,
  type NoticeInput,
} from '#holidays';
import { DatabaseClock } from '#platform/clock';
import { Streams } from '#platform/event-sourcing';
import { checked, parseStrictJson, ProblemError } from '#platform/http';
import { Passes } from '#platform/passes';
import { v5 as uuidv5 } from 'uuid';
import { type Engines, withEngines } from './engines.js';
import { UsageError, type Report } from './report.js';

/** Namespace of the ids of notices entered here: entering one again is the same command. */
const ENTRIES = '2b1f8f2e-6b0e-5a0b-8e3e-0b4f6f5d1a77';
const ADMINISTRATOR = { id: 'command-line', roles: ['administrator'], office: 'system' };

interface Calendar {
  readonly records: HolidayRecords;
  readonly calendars: LiveCalendars;
  readonly clock: DatabaseClock;
  readonly engines: Engines;
}

/** Every notice that is known, the latest publication first, and how far clocks have been counted anew. */
export function listCalendar(): Promise<Report> {
  return withCalendar(async ({ calendars, engines }) => {
    const { book } = calendars;
    const notices = book.notices.toReversed().map((notice) => ({
      ...notice,
      recordedAt: book.recordedAt(notice.id) ?? null,
    }));
    const passes = await new Passes(engines.pool).list(PASSES);
    const lines = notices.map(
      ({ id, published, number, recordedAt }) =>
        `${id.padEnd(24)} published ${published}  ${recordedAt === null ? 'shipped ' : 'recorded'}  ${number ?? ''}`,
    );
    const states = passes.map(({ name, mark, tally, endedAt }) => {
      const { looked = 0, moved = 0, stayed = 0, failed = 0 } = tally;
      const state = endedAt === null ? 'counting anew' : 'counted anew';
      const office = name.slice(PASSES.length);
      return `${office}: ${state} by ${partsOf(mark).version}, ${looked} clocks looked at, ${moved} moved, ${stayed} stayed, ${failed} failed`;
    });
    return { ok: true, json: { notices, rescheduling: passes }, lines: [...lines, ...states] };
  });
}

/** Enters a notice from a file, or says what that would do. */
export async function addNotice(path: string, dryRun: boolean): Promise<Report> {
  const notice = noticeFrom(path);
  return withCalendar((calendar) => (dryRun ? preview(notice, calendar) : enter(notice, calendar)));
}

async function enter(notice: NoticeInput, { records, calendars }: Calendar): Promise<Report> {
  const commandId = uuidv5(JSON.stringify(notice), ENTRIES);
  const outcome = await records.carryOut(
    { commandId, actor: ADMINISTRATOR },
    { type: 'AddNotice', data: notice },
  );
  if (outcome.outcome === 'refused') return refused(outcome.refusal);
  if (outcome.outcome !== 'done') throw new Error(`the notice was not entered: ${outcome.outcome}`);
  const id = sameNotice(calendars.book.notices, notice)?.id ?? '';
  const added = outcome.events.length > 0 && !outcome.replayed;
  const line = added
    ? `${id} entered; the worker counts anew the clocks that it moves (tousu calendar list)`
    : `${id} is known already; nothing was changed`;
  return { ok: true, json: { id, added }, lines: [line] };
}

async function preview(
  notice: NoticeInput,
  { records, calendars, engines, clock }: Calendar,
): Promise<Report> {
  const after = await records.trial(notice);
  if (isRefusal(after)) return refused(after);
  const { pool, models } = engines;
  const found = await previewOf(clocksOfCases(pool, models, clock), calendars.book, after, Infinity);
  const { clocks, ...counts } = found;
  const sum = `${counts.later} clocks later, ${counts.earlier} earlier, ${counts.confirmed} on the same day, ${counts.stay} stay; nothing was changed`;
  return { ok: true, json: found, lines: [...clocks.map(lineOf), sum] };
}

function lineOf(clock: AffectedClock): string {
  const certainty = (provisional: boolean) => (provisional ? ' provisional' : '');
  const from = clock.oldDueOn + certainty(clock.provisionalBefore);
  const to = clock.newDueOn + certainty(clock.provisionalAfter);
  const stays = clock.stays === undefined ? '' : `  stays: ${clock.stays}`;
  return `${clock.office}  ${clock.number}  ${clock.clock}  ${from} → ${to}${stays}`;
}

function refused({ refused: code, facts }: Refusal): Report {
  const sheet = HOLIDAY_PROBLEMS[code as HolidayRefusalCode];
  const detail = 'detail' in sheet ? sheet.detail(facts) : undefined;
  const lines = (['zh', 'en'] as const).map((language) =>
    [sheet.title[language], detail?.[language], sheet.remedy[language]].filter(Boolean).join(' '),
  );
  return { ok: false, json: { code, facts, title: sheet.title, remedy: sheet.remedy }, lines };
}

/** Throws {@link UsageError} with everything that is wrong with the file. */
function noticeFrom(path: string): NoticeInput {
  try {
    return noticeInputOf(checked(HolidayNoticeDto, parseStrictJson(readFileSync(path)), 'body'));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw new UsageError(`${path}: ${(error as Error).message}`);
    const errors = error.occurrence.errors ?? [];
    const lines = errors.map(
      ({ pointer, messages }) => `  ${pointer || '/'} ${messages.en} (${messages.zh})`,
    );
    throw new UsageError([`${path} is no notice:`, ...lines].join('\n'));
  }
}

function withCalendar(work: (calendar: Calendar) => Promise<Report>): Promise<Report> {
  return withEngines(async (engines) => {
    const { pool, store } = engines;
    const streams = new Streams(store);
    // Whether the clock may have been moved is for the installation to say; here it is only read.
    const clock = await DatabaseClock.open(pool, { evaluation: true });
    const calendars = await LiveCalendars.open({ streams, store });
    try {
      const records = new HolidayRecords(streams, clock, calendars);
      return await work({ records, calendars, clock, engines });
    } finally {
      await calendars.close();
      clock.close();
    }
  });
}
