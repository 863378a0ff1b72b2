import { describe, expect, it } from '@jest/globals';
import type { ProjectedEvent } from '#platform/projections';
import golden from '../../domain/golden/respondent-v1.json' with { type: 'json' };
import { respondentCasesProjection, type RespondentCaseRow } from './respondent-cases.projection.js';

/** The row after every event of the stored history. */
function rows(): RespondentCaseRow[] {
  let row: RespondentCaseRow | null = null;
  return (golden[0]?.events ?? []).map((event, revision) => {
    const projected = { ...event, stream: 'complaint-c-1', revision } as unknown as ProjectedEvent;
    row = respondentCasesProjection.fold(row, 'c-1', projected);
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
      progress: { phase: 'under-investigation', answered: true },
    });
  });

  it('B08: shows the clocks of the respondent, and no other', () => {
    const codes = new Set(rows().flatMap(({ clocks }) => clocks.map(({ code }) => code)));
    expect([...codes]).toEqual(['DL-REPLY', 'DL-SETTLE-REPORT']);
    const replies = rows()
      .at(-1)
      ?.clocks.filter(({ code }) => code === 'DL-REPLY');
    expect(new Set(replies?.map(({ status }) => status))).toEqual(new Set(['met']));
  });
});
