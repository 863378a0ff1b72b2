import { describe, expect, it } from '@jest/globals';
import { SHIPPED } from '#rulebook';
import { Journey, cn, sealedFor } from '../fixture/complaint.js';
import { CHILD, sentAcross, sentDown, SIBLING, told } from '../fixture/handover.js';

/** What became of the clocks of this code: how each stands, and the reason if it was cancelled. */
const ends = (journey: Journey, code: string) =>
  journey.state.clocks
    .filter((clock) => clock.code === code)
    .map(({ clock, status }) => {
      const cancelled = journey.all('ClockCancelled').findLast(({ data }) => data.clock === clock);
      return cancelled ? `${status}: ${cancelled.data.reason}` : status;
    });
const recalled = (journey: Journey, day: string, byOffice = 'office-1') =>
  journey.does('system', day, { type: 'NoteRecall', data: { from: CHILD, byOffice, at: cn(day) } });

describe('the clocks of a case that comes back from where it was sent', () => {
  it('procedure 1.7, A15: given back, nothing was reported and nothing served: none is met, and each says why it ended', () => {
    const journey = told(sentDown('2026-01-26', 'sent'), '2026-01-27', 'NoteReturn');
    expect(ends(journey, 'DL-CUSTODY')).toEqual(['cancelled: returned']);
    expect(ends(journey, 'DL-REFER-SERVE')).toEqual(['cancelled: returned']);
    const served = told(sentDown('2026-01-26'), '2026-01-27', 'NoteReturn');
    expect(ends(served, 'DL-REFER-SERVE')).toEqual(['met']);
    expect(ends(served, 'DL-REFER-RESULT')).toEqual(['cancelled: returned']);
  });

  it('procedure 1.7, G50: taken up from above, nothing was reported either', () => {
    const journey = recalled(sentDown('2026-01-26', 'sent'), '2026-01-27');
    expect(ends(journey, 'DL-CUSTODY')).toEqual(['cancelled: recalled']);
    expect(ends(journey, 'DL-REFER-SERVE')).toEqual(['cancelled: recalled']);
    const above = recalled(sentDown('2026-01-26', 'sent'), '2026-01-27', 'province');
    expect(ends(above, 'DL-CUSTODY')).toEqual(['cancelled: case-handed-over']);
  });

  it.each(['timers rang', 'no timer rang'])(
    'deadlines 4: what had run out by then stays missed (%s)',
    (how) => {
      const back = (journey: Journey) => {
        if (how === 'timers rang') journey.ringsUntil('2026-02-26 00:00');
        return journey;
      };
      const returned = told(back(sentDown('2026-01-26', 'sent')), '2026-02-27', 'NoteReturn');
      const up = recalled(back(sentDown('2026-01-26', 'sent')), '2026-02-27');
      for (const journey of [returned, up]) {
        expect(ends(journey, 'DL-CUSTODY')).toEqual(['missed']);
        expect(ends(journey, 'DL-REFER-SERVE')).toEqual(['missed']);
      }
    },
  );

  it('G13: a transfer that was sent and not served comes back: the sending kept the law, no service is made up', () => {
    const journey = told(sentAcross('2026-01-26'), '2026-01-27', 'NoteReturn', SIBLING);
    expect(ends(journey, 'DL-TRANSFER')).toEqual(['cancelled: returned']);
    expect(journey.clock('DL-ACCEPT.RB-2010.1')).toMatchObject({ status: 'met', metBy: 'document-sent:D08' });
  });

  it('A15: a report meets the term of the report; the service that nobody recorded falls away, or stays missed', () => {
    const journey = told(sentDown('2026-01-26', 'sent'), '2026-01-28', 'NoteReport');
    expect(ends(journey, 'DL-CUSTODY')).toEqual(['met']);
    expect(ends(journey, 'DL-REFER-SERVE')).toEqual(['cancelled: reported-without-service']);
    const late = told(sentDown('2026-01-26', 'sent'), '2026-02-02', 'NoteReport');
    expect(ends(late, 'DL-REFER-SERVE')).toEqual(['missed']);
  });

  it('deadlines 1: moved to other rulebooks after it came back, the case waits for no report', () => {
    const shelf = SHIPPED.with([{ ...SHIPPED.byId('RB-MANUAL'), id: 'RB-OWN' }]);
    const sent = sentDown('2026-01-26', 'sent', new Journey((id) => shelf.byId(id)));
    const to = { internal: 'RB-OWN', statutory: 'RB-2010' };
    const journey = told(sent, '2026-01-27', 'NoteReturn').does('leader', '2026-01-28', {
      type: 'MoveToRulebooks',
      data: { to, reason: sealedFor('reason') },
    });
    expect(ends(journey, 'DL-REVIEW').at(-1)).toBe('running');
    expect(ends(journey, 'DL-CUSTODY')).toEqual(['cancelled: returned']);
  });
});
