import type { StreamKind } from '#platform/event-sourcing';
import {
  REPORT_EVENTS,
  reportDecider,
  type QuarterlyReport,
  type ReportCommand,
  type ReportContext,
  type ReportEvent,
} from '../domain/index.js';
import type { Asked } from './counting.js';

/** The report of an office for a quarter: `quarterly-yunhai-2026Q3`. */
export const REPORT_STREAM: StreamKind<ReportCommand, ReportEvent, QuarterlyReport, ReportContext> = {
  category: 'quarterly',
  decider: reportDecider,
  events: REPORT_EVENTS,
};

/** What follows the category in the stream's name. */
export function reportId({ office, quarter }: Asked): string {
  return `${office}-${quarter}`;
}
