import { describe, expect, it } from '@jest/globals';
import type { ProjectedEvent } from '#platform/projections';
import golden from '../../domain/golden/respondent-v1.json' with { type: 'json' };
import { respondentCasesProjection, type RespondentCaseRow } from './respondent-cases.projection.js';

/** The row after every event of the stored history, and of what came then. */
function rows(...then: readonly object[]): RespondentCaseRow[] {
  let row: RespondentCaseRow | null = null;
  return [...(golden[0]?.events ?? []), ...then].map((event, revision) => {
    const projected = { ...event, stream: 'complaint-c-1', revision } as unknown as ProjectedEvent;
    const touches = respondentCasesProjection.touches(projected).includes('c-1');
    if (touches) row = respondentCasesProjection.fold(row, 'c-1', projected);
    if (!row) throw new Error('a case has lost its row');
    return row;
  });
}

describe('the list of complaints against an operator', () => {
  it('G16: has a case from its service on, for the operator that is named', () => {
    const first = rows().findIndex(({ served_at }) => served_at !== null);
    expect(golden[0]?.events[first]?.type).toBe('DocumentServed');
    expect(rows().at(-1)).toMatchObject({
      operator: 'operator-1',
      responsible: 'agency',
    });
  });

  it('G16, H17: the day of its service follows the correction of that notice, and no later one', () => {
    const served = (documentId: string, servedAt: string) => ({
      type: 'DocumentServed',
      data: { documentId, kind: 'D05', service: { servedAt } },
    });
    const corrected = (documentId: string, servedAt: string) => ({
      type: 'RecordCorrected',
      data: { record: 'DocumentServed', documentId, kind: 'D05', was: {}, is: { servedAt } },
    });
    const first = rows().at(-1)?.served_at;
    const again = served('D05-again', '2025-06-03T02:00:00.000Z');
    const later = corrected('D05-again', '2025-06-04T02:00:00.000Z');
    expect(rows(again, later).at(-1)).toMatchObject({ served_at: first, served_document: 'D05' });
    const own = corrected('D05', '2025-04-18T02:00:00.000Z');
    expect(rows(again, later, own).at(-1)?.served_at).toBe('2025-04-18T02:00:00.000Z');
  });

  it('H17: with the right licence it is on the list of that operator; one that the handler named stays', () => {
    const licence = (was: string | null, is: string | null) => ({
      type: 'RecordCorrected',
      data: {
        record: 'ComplaintRegistered',
        was: { respondent: { operator: was } },
        is: { respondent: { operator: is } },
      },
    });
    const known = rows().at(-1)?.operator ?? null;
    expect(rows(licence(known, 'operator-2')).at(-1)).toMatchObject({
      operator: 'operator-2',
      responsible: null,
    });
    expect(rows(licence(known, 'operator-2'), licence('operator-2', null)).at(-1)?.operator).toBeNull();
    expect(rows(licence('another', 'operator-2')).at(-1)).toMatchObject({
      operator: known,
      responsible: 'agency',
    });
  });

  it('B08: shows the clocks of the respondent, and no other', () => {
    expect(rows().at(-1)?.clocks).toEqual([
      'DL-REPLY.RB-MANUAL.1',
      'DL-SETTLE-REPORT.RB-MANUAL.1',
      'DL-REPLY.RB-2010.1',
    ]);
  });
});
