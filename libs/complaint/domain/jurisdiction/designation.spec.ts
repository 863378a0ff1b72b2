import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { CHILD, SIBLING, received, sentAcross, sentDown, told } from '../fixture/handover.js';

const at = (now: string, by: Person) => specify(complaintDecider, contextAt(cn(now), by));
const reason = sealedFor('reason');
const designate = (office: string) => ({ type: 'DesignateJurisdiction', data: { office, reason } }) as const;
const seek = (other?: string) =>
  ({ type: 'SeekDesignation', data: { reason, ...(other ? { other } : {}) } }) as const;

describe('designation by the common superior', () => {
  it('G50: offices that do not agree ask their common superior, who has 3 WD', () => {
    const journey = new Journey().registered('2025-04-15');
    at('2025-04-16', 'leader')
      .given(...journey.events)
      .when(seek('office-2'))
      .then(
        { type: 'DesignationSought', data: { superior: 'province', other: 'office-2', by: 'leader' } },
        { type: 'ClockStarted', data: { code: 'DL-DESIGNATE', amount: 3, unit: 'WD', dueOn: '2025-04-21' } },
      );
    journey.does('leader', '2025-04-16', seek('office-2'));
    expect(journey.state.phase).toBe('awaiting-designation');
    const given = at('2025-04-16', 'leader').given(...new Journey().registered('2025-04-15').events);
    given.when(seek('elsewhere')).thenRefused('no-superior-to-designate');
    given.when(seek('county-1')).thenRefused('no-superior-to-designate');
    given.when(seek('nowhere')).thenRefused('receiver-not-an-office');
  });

  it('G50: what is designated to the office that has it is reviewed there, and neither sent on nor rejected as not ours', () => {
    const journey = new Journey().registered('2025-04-15').does('leader', '2025-04-16', seek());
    journey.does('superior', '2025-04-17', designate('office-1'));
    expect(journey.state).toMatchObject({ phase: 'under-review', designation: { byOffice: 'province' } });
    expect(journey.clock('DL-DESIGNATE.RB-MANUAL.1').status).toBe('met');
    journey.underReview('2025-04-17');
    const complete = (jurisdiction: 'own-level' | 'other-department') =>
      journey.asks('registrar', '2025-04-17', {
        type: 'CompleteReview',
        data: {
          jurisdiction,
          competent: 'x',
          scope: ['S1'],
          unmetConditions: [],
          limitation: [{ claim: 0, class: 'other', startedOn: '2025-04-15' }],
          recommendation: 'accept',
          opinion: reason,
          jurisdictionReason: reason,
        },
      });
    expect(complete('other-department')).toMatchObject({ refused: 'designated-case-stays' });
    journey.reviewed('2025-04-17');
    const decided = at('2025-04-18', 'leader').given(...journey.events);
    decided
      .when({
        type: 'DecideAcceptance',
        data: { outcome: 'reject', reasons: ['R3'], remedies: ['civil-action'] },
      })
      .thenRefused('designated-case-stays');
    decided.when(seek()).thenRefused('designated-case-stays');
    decided
      .when({ type: 'DecideAcceptance', data: { outcome: 'accept' } })
      .thenAmongOthers({ type: 'AcceptanceDecided' });
  });

  it('G50: what is designated to another goes on there; the record here stays, without a clock', () => {
    const journey = new Journey().registered('2025-04-15').does('leader', '2025-04-16', seek('office-2'));
    journey.does('superior', '2025-04-17', designate('office-2'));
    expect(journey.state).toMatchObject({
      phase: 'handed-over',
      handedOver: { how: 'designated', to: 'office-2', by: 'province' },
    });
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
    at('2025-04-18', 'registrar')
      .given(...journey.events)
      .when({ type: 'BeginReview', data: {} })
      .thenRefused('action-not-in-this-phase');
  });

  it('G50: only an office above both designates', () => {
    const { events } = new Journey().registered('2025-04-15').does('leader', '2025-04-16', seek());
    at('2025-04-17', 'leader')
      .given(...events)
      .when(designate('office-1'))
      .thenRefused('not-a-superior-office');
    for (const office of ['elsewhere', 'nowhere', 'province']) {
      at('2025-04-17', 'superior')
        .given(...events)
        .when(designate(office))
        .thenRefused('designation-not-among-own-offices', { office });
    }
  });
});

describe('cases that are given back', () => {
  it('G50: given back once, the case is reviewed again, with its history and terms that run anew', () => {
    const journey = told(sentAcross('2025-04-16'), '2025-04-18', 'NoteReturn', SIBLING);
    expect(journey.state).toMatchObject({
      phase: 'under-review',
      earlier: [
        {
          decision: { outcome: 'transfer', receiverOffice: 'office-2' },
          documents: [{ kind: 'D08' }],
          undone: { how: 'returned', office: 'office-2', at: cn('2025-04-18') },
        },
      ],
    });
    expect('decision' in journey.state).toBe(false);
    expect(journey.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('cancelled');
    expect(journey.clock('DL-REVIEW.RB-MANUAL.2')).toMatchObject({
      startAt: cn('2025-04-18'),
      status: 'running',
    });
    journey.reviewed('2025-04-18');
    expect(journey.clock('DL-APPROVE.RB-MANUAL.2')).toMatchObject({ startAt: cn('2025-04-18') });
  });

  it('G50: given back twice by the same office it goes to the common superior, and not to and fro', () => {
    const again = sentAcross(
      '2025-04-21',
      told(sentAcross('2025-04-16'), '2025-04-18', 'NoteReturn', SIBLING),
    );
    told(again, '2025-04-23', 'NoteReturn', SIBLING);
    expect(again.state.phase).toBe('awaiting-designation');
    expect(again.all('DesignationSought').at(-1)?.data).toMatchObject({
      superior: 'province',
      other: 'office-2',
    });
    expect(again.clock('DL-DESIGNATE.RB-MANUAL.1').status).toBe('running');
    expect(again.state.earlier).toHaveLength(2);
    again.does('superior', '2025-04-24', designate('office-1'));
    expect(again.state.phase).toBe('under-review');
  });

  it('G50: given back by two offices, once each, it is nobody’s dispute yet', () => {
    const other = { complaintId: 'other', office: 'province' };
    const journey = told(sentAcross('2025-04-16'), '2025-04-18', 'NoteReturn', SIBLING);
    journey
      .reviewed('2025-04-21', { jurisdiction: 'other-tourism-office', competentOffice: 'province' })
      .decided('2025-04-21', { outcome: 'transfer' })
      .withHandlers('2025-04-21', 'officer')
      .issued('D08', '2025-04-21', 'second')
      .sent('second', '2025-04-21');
    journey.does('system', '2025-04-23', {
      type: 'NoteReturn',
      data: { from: other, returnedAt: cn('2025-04-23'), reason },
    });
    expect(journey.state.phase).toBe('under-review');
  });

  it('G12, G50: a lower office that gave a case back twice is sent it for good: we are the common superior', () => {
    const journey = told(sentDown('2025-04-16'), '2025-04-18', 'NoteReturn', CHILD);
    told(sentDown('2025-04-21', 'served', journey), '2025-04-23', 'NoteReturn', CHILD);
    expect(journey.state.phase).toBe('under-review');
    sentDown('2025-04-24', 'served', journey);
    expect(journey.state).toMatchObject({ phase: 'referred-down', decision: { receiverOffice: 'county-1' } });
  });

  it('G50: an office that has had the case does not get it again: it is given back there, or a superior asked', () => {
    const journey = received('2025-04-16', { route: ['office-2', 'province'] });
    journey.reviewed('2025-04-16', { jurisdiction: 'other-tourism-office', competentOffice: 'office-2' });
    at('2025-04-17', 'leader')
      .given(...journey.events)
      .when({ type: 'DecideAcceptance', data: { outcome: 'transfer' } })
      .thenRefused('receiver-had-the-case', { route: ['office-2', 'province'] });
  });
});
