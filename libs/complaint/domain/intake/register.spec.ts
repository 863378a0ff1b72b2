import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, complaintOf, contextAt } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import type { Complainant } from './facts.js';

const now = cn('2025-09-26');
const register = specify(complaintDecider, contextAt(now, 'registrar'));
const people = (count: number): Complainant[] =>
  Array.from({ length: count }, (_, index) => ({ subject: `subject-${index}` }));

describe('registering', () => {
  it('G01: whatever comes in by any channel is entered, with who entered it and when', () => {
    for (const channel of [
      'phone',
      'visit',
      'letter',
      'online',
      'hotline-12345',
      'transferred',
      'media',
    ] as const) {
      register
        .given()
        .when({ type: 'RegisterComplaint', data: complaintOf(cn('2025-09-25'), { channel }) })
        .thenAmongOthers({
          type: 'ComplaintRegistered',
          data: { channel, receivedAt: cn('2025-09-25'), registeredAt: now, registeredBy: 'registrar' },
        });
    }
  });

  it('G01: a complaint is registered once', () => {
    const { events } = new Journey().registered('2025-09-26');
    register
      .given(...events)
      .when({ type: 'RegisterComplaint', data: complaintOf(now) })
      .thenRefused('complaint-already-registered', { number: '云旅诉〔2025〕1号' });
  });

  it('G02: the entry holds name, sex, nationality, address, postcode, phone, respondent, claim and facts', () => {
    const data = complaintOf(now);
    register
      .given()
      .when({ type: 'RegisterComplaint', data })
      .thenAmongOthers({ type: 'ComplaintRegistered', data });
  });

  it('G02: nobody complains, nothing is registered', () => {
    register
      .given()
      .when({ type: 'RegisterComplaint', data: complaintOf(now, { complainants: [] }) })
      .thenRefused('registration-incomplete', { missing: ['complainant'] });
  });

  it('A17: an incomplete complaint is registered too, with only who complains of whom', () => {
    const bare = {
      complainants: [{ subject: 'subject-1' }],
      respondent: { name: '某商店' },
      claims: [],
      evidence: [],
    };
    register
      .given()
      .when({ type: 'RegisterComplaint', data: complaintOf(now, bare) })
      .thenAmongOthers({ type: 'ComplaintRegistered', data: bare });
  });

  it.each([
    [3, [], true],
    [4, [], false],
    [4, ['subject-0'], true],
    [4, ['subject-0', 'subject-1', 'subject-2'], true],
    [5, ['subject-0', 'subject-1', 'subject-2', 'subject-3'], false],
    [4, ['somebody-else'], false],
    [4, ['subject-0', 'subject-0', 'subject-0', 'subject-0'], true],
  ])('G53: %i complainants with representatives %j: allowed %s', (count, representatives, allowed) => {
    const data = complaintOf(now, { complainants: people(count), representatives });
    const answer = register.given().when({ type: 'RegisterComplaint', data });
    if (allowed) answer.thenAmongOthers({ type: 'ComplaintRegistered' });
    else answer.thenRefused('representatives-not-as-required', { complainants: count });
  });

  it.each([
    ['2025-09-26 10:01', 'happened-in-the-future'],
    ['2006-12-31 23:59', 'happened-too-early'],
  ])('a receipt at %s is refused: %s', (receivedAt, code) => {
    const data = { ...complaintOf(now), receivedAt: cn(receivedAt) };
    register.given().when({ type: 'RegisterComplaint', data }).thenRefused(code, { field: 'receivedAt' });
  });

  it('A01: the stages of the office run from the registration, the limit of the law from the receipt', () => {
    const { dueDays } = new Journey().registered('2025-09-26', {}, '2025-09-29');
    expect(dueDays).toEqual({ 'DL-REVIEW.RB-MANUAL.1': '2025-10-09', 'DL-ACCEPT.RB-2010.1': '2025-10-10' });
  });

  it('A01: registered late, the overrun is foreseen against the limit counted from the receipt', () => {
    const [foreseen] = new Journey().registered('2025-09-26', {}, '2025-09-29').all('ChainOverrunForeseen');
    expect(foreseen?.data.statutoryEndsOn).toBe('2025-10-10');
    expect(foreseen?.data.paths.find(({ decision }) => decision === 'accept')?.endsOn).toBe('2025-10-11');
  });

  it('a complaint of before 2010-07-01 is registered under the law of its time, however late', () => {
    const journey = new Journey().registered('2010-06-30', {}, '2025-09-26');
    expect(journey.state.registration.rulebooks.statutory).toBe('RB-1997');
    expect(journey.dueDays).toEqual({
      'DL-REVIEW.RB-MANUAL.1': '2025-09-29',
      'DL-ACCEPT.RB-1997.1': '2010-07-07',
    });
    journey.ringsUntil('2025-09-26');
    expect(journey.clock('DL-ACCEPT.RB-1997.1').status).toBe('missed');
  });

  it('E9: a local rule has clocks of its own, counted from the receipt like those of the law', () => {
    const rulebooks = { internal: 'RB-MANUAL', statutory: 'RB-2010', overlay: 'OV-SHANDONG' };
    const journey = new Journey().registered('2025-04-29', { rulebooks }, '2025-04-30');
    expect(journey.dueDays).toEqual({
      'DL-REVIEW.RB-MANUAL.1': '2025-05-07',
      'DL-ACCEPT.RB-2010.1': '2025-05-09',
      'DL-ACCEPT.OV-SHANDONG.1': '2025-05-07',
    });
    expect(journey.clock('DL-ACCEPT.OV-SHANDONG.1').basis).toBe('overlay');
  });

  it('a complaint registered after the limit of the law says so: its clock is missed as soon as it rings', () => {
    const journey = new Journey().registered('2025-09-01', {}, '2025-09-26').ringsUntil('2025-09-26');
    expect(journey.clock('DL-ACCEPT.RB-2010.1').status).toBe('missed');
    expect(journey.clock('DL-REVIEW.RB-MANUAL.1').status).toBe('running');
  });

  it('nothing can be done about a complaint that is not registered', () => {
    register.given().when({ type: 'BeginReview', data: {} }).thenRefused('complaint-not-found');
  });
});
