import type { Instant } from '#kernel';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { pinnedOf, rulebooksOf } from '../case/rulebooks.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import type { Clock, ClockStop } from '../clocks/clock.js';
import type { Course } from '../clocks/course.js';
import { isSuperseded } from '../clocks/ledger.js';
import { pausesOn, settlePauses } from '../clocks/pauses.js';
import { settle } from '../clocks/settle.js';
import type { DocumentKind } from '../documents/documents.js';
import { STOPS, timelinessOf } from '../documents/serving.js';
import { waitsOf } from '../pauses/waits.js';
import type { Correction } from './facts.js';
import { documentOf } from './records.js';

type Corrected = Omit<Correction, 'reason'>;
/** What of a clock is otherwise; undefined where nothing is. */
type Changing = (clock: Clock) => Partial<Course> | undefined;

/**
 * Every clock that the corrected fact started or stopped is counted and judged anew, as if it had been recorded
 * rightly: a miss that was none is put right, a date that was not kept is found missed (deadlines.md 4).
 */
export function retimed(correction: Corrected, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    switch (correction.record) {
      case 'ComplaintRegistered':
        return changed(state, byReceipt(correction, idsOf(state, context)), context);
      case 'DocumentServed':
        return changed(state, byService(state, correction), context);
      case 'RespondentReplied':
        return changed(
          state,
          stoppedBy(['respondent-replied'], correction.was.receivedAt, correction.is.receivedAt),
          context,
        );
      case 'CasePaused':
      case 'CaseResumed':
        return settlePauses(state, context, 'correction');
      case 'ServiceAttempted':
        return [];
    }
  };
}

function changed(state: RegisteredComplaint, changing: Changing, context: Context): ComplaintEvent[] {
  const waits = waitsOf(state);
  return state.clocks
    .filter((clock) => !isSuperseded(clock))
    .flatMap((clock) => {
      const change = changing(clock);
      if (change === undefined) return [];
      return settle(
        state,
        clock,
        (calendar) => ({
          ...change,
          pausedOver: pausesOn({ ...clock, ...change }, waits, calendar, context.now),
        }),
        'correction',
        context,
      );
    });
}

function idsOf(state: RegisteredComplaint, context: Context): readonly string[] {
  return rulebooksOf(pinnedOf(state), context).map(({ id }) => id);
}

/** The law's terms and a local rule's run from the receipt; the office's own stages from the registration (A01). */
function byReceipt({ was, is }: Corrected, rulebooks: readonly string[]): Changing {
  return ({ start, startAt, basis, rulebook }) =>
    is.receivedAt !== undefined &&
    start === 'complaint-registered' &&
    basis !== 'internal' &&
    rulebooks.includes(rulebook) &&
    startAt === was.receivedAt
      ? { startAt: is.receivedAt }
      : undefined;
}

function stoppedBy(
  facts: readonly ClockStop[],
  was: string | undefined,
  metAt: string | undefined,
  timelyAt = metAt,
): Changing {
  return (clock) => {
    if (metAt === undefined || clock.metAt === undefined || clock.metAt !== was) return undefined;
    const isStop = clock.metBy
      ? facts.includes(clock.metBy)
      : clock.stop.some((fact) => facts.includes(fact));
    return isStop ? { metAt, timelyAt: timelyAt === metAt ? undefined : timelyAt } : undefined;
  };
}

interface Told {
  readonly at: Instant;
  readonly timelyAt: Instant;
}

/** What reached the addressee first stops the term: a document of the kind, or word of mouth (G52). */
function firstTold(
  { documents, oralNotices = [] }: RegisteredComplaint,
  kind: DocumentKind,
): Told | undefined {
  const written = documents.flatMap(({ kind: of, superseded, inPlaceOf, service, sentAt }) =>
    of === kind && !superseded && inPlaceOf === undefined && service
      ? [{ at: service.servedAt, timelyAt: timelinessOf(service, sentAt) }]
      : [],
  );
  const spoken = oralNotices
    .filter((one) => one.kind === kind)
    .map(({ toldAt }) => ({ at: toldAt, timelyAt: toldAt }));
  return [...spoken, ...written].toSorted((one, other) => one.at.localeCompare(other.at))[0];
}

function byService(state: RegisteredComplaint, correction: Corrected): Changing {
  const document = documentOf(state, correction);
  if (!document?.service || document.inPlaceOf !== undefined) return () => undefined;
  const { kind, documentId, sentAt, service } = document;
  const { servedAt: was = service.servedAt } = correction.was;
  const first = firstTold(state, kind);
  const stops = stoppedBy(STOPS[kind], was, first?.at, first?.timelyAt);
  const starts = [`document-served:${kind}`, ...(sentAt === undefined ? ['case-sent-down'] : [])];
  return (clock) => {
    const isAbout = clock.about === undefined || clock.about === documentId;
    const started = isAbout && starts.includes(clock.start) && clock.startAt === was;
    return started && service.servedAt !== was ? { startAt: service.servedAt } : stops(clock);
  };
}
