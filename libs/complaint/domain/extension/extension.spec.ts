import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { specify } from '#testing';
import { addDays, isRefusal } from '#kernel';
import { loadRulebook, SHIPPED } from '#rulebook';
import { possibleActions } from '../case/allowed-actions.js';
import { complaintDecider } from '../case/decider.js';
import { cn, contextAt, Journey, OFFICE_ID, sealedFor, type Person } from '../fixture/complaint.js';
import { approveClosing, reopen, requestClosing, withdraw } from '../fixture/endings.js';
import type { PinnedRulebooks } from '../intake/facts.js';
import { openExtensions } from './extending.js';

const DAY = '2026-03-02';
/** Accepted on 2 March 2026: day 90 is Sunday 31 May, which rolls to 1 June; day 120 is 30 June. */
const TERM = 'DL-DISPOSE.RB-MANUAL.1';
const DUE = '2026-06-01';
const LONGER = '2026-06-30';
const LAW = { internal: 'RB-MANUAL', statutory: 'RB-2010' };

const accepted = () => Journey.accepted(DAY, { class: 'deposit' });
const asking = (days = 30, clock = TERM, extensionId = 'extension-1') =>
  ({ type: 'RequestExtension', data: { extensionId, clock, days, reason: sealedFor('reason') } }) as const;
const answer = (granted: boolean, decidedAt?: string) =>
  ({
    type: 'AnswerExtension',
    data: { extensionId: 'extension-1', granted, ...(decidedAt ? { decidedAt: cn(decidedAt) } : {}) },
  }) as const;
const asked = (at = '2026-05-20') => accepted().does('officer', at, asking());
const at = (journey: Journey, now: string, by: Person) =>
  specify(complaintDecider, contextAt(cn(now), by)).given(...journey.events);

describe('more time for disposal, by leave of the superior office (延期)', () => {
  it('G34, A11: asked by the handler and granted by the superior, the term is 120 days from acceptance, rolled once', () => {
    const journey = asked();
    expect(journey.clock(TERM)).toMatchObject({ dueOn: DUE, status: 'running' });
    journey.does('superior', '2026-05-25', answer(true));
    expect(journey.clock(TERM)).toMatchObject({ dueOn: LONGER, extended: 30, status: 'running', amount: 90 });
    expect(journey.all('ClockRescheduled').at(-1)?.data).toMatchObject({
      because: 'extension',
      oldDueOn: DUE,
    });
    expect(journey.state.extensions).toEqual([
      expect.objectContaining({
        requestedBy: 'officer',
        answer: expect.objectContaining({ granted: true, by: 'superior', byOffice: 'province' }),
      }),
    ]);
    journey.ringsUntil('2026-07-01');
    expect(journey.clock(TERM)).toMatchObject({ status: 'missed', missedAt: cn('2026-07-01 00:00') });
  });

  it('A11: not by the own leader, and never by who asked', () => {
    const journey = asked();
    at(journey, '2026-05-25', 'leader').when(answer(true)).thenRefused('not-a-superior-office');
    const own = { type: 'DecideExtension', data: answer(true).data } as const;
    at(journey, '2026-05-25', 'leader')
      .when(own)
      .thenRefused('extension-is-for-another-to-grant', { granter: 'superior-office' });
    const letter = {
      type: 'RecordExtensionAnswer',
      data: { ...answer(true).data, letter: '省旅发〔2026〕9号' },
    } as const;
    at(journey, '2026-05-25', 'colleague')
      .when(letter)
      .thenRefused('superior-answers-itself', { office: 'province' });
    at(accepted(), '2026-05-20', 'superior').when(asking()).thenRefused('record-of-another-office');
  });

  it('A11: asked before the term has run out, one request at a time, for no more than the rulebook allows', () => {
    at(accepted(), '2026-06-02', 'officer').when(asking()).thenRefused('term-has-run-out');
    at(accepted(), '2026-05-20', 'officer')
      .when(asking(31))
      .thenRefused('more-time-beyond-maximum', { days: 31, most: 30 });
    at(accepted(), '2026-05-20', 'officer').when(asking(30, 'DL-NONE.X.1')).thenRefused('term-not-found');
    at(asked(), '2026-05-21', 'officer')
      .when(asking(10, TERM, 'extension-2'))
      .thenRefused('extension-asked-already');
    at(asked(), '2026-05-21', 'officer').when(asking()).thenNothing();
  });

  it('A11: granted once; what was refused can be asked for again while there is time', () => {
    const granted = asked().does('superior', '2026-05-25', answer(true));
    at(granted, '2026-05-26', 'officer')
      .when(asking(5, TERM, 'extension-2'))
      .thenRefused('extension-granted-already', { times: 1 });
    const refused = asked().does('superior', '2026-05-25', answer(false));
    expect(refused.clock(TERM)).toMatchObject({ dueOn: DUE, status: 'running' });
    at(refused, '2026-05-26', 'officer')
      .when(asking(5, TERM, 'extension-2'))
      .then({ type: 'ExtensionRequested', data: { days: 5 } });
  });

  it('A11: no answer before the term has run out is no: an answer after it changes nothing and says why', () => {
    const journey = asked().ringsUntil('2026-06-02');
    expect(journey.clock(TERM)).toMatchObject({ status: 'missed', dueOn: DUE });
    at(journey, '2026-06-02', 'superior').when(answer(true)).thenRefused('term-has-run-out');
    at(journey, '2026-06-02', 'superior')
      .when(answer(false))
      .then({ type: 'ExtensionRefused', data: { byOffice: 'province' } });
  });

  it('A11: what was granted in time and is recorded late puts the miss right', () => {
    const journey = asked().ringsUntil('2026-06-02');
    journey.does('superior', '2026-06-03', answer(true, '2026-05-29'));
    expect(journey.clock(TERM)).toMatchObject({ status: 'running', dueOn: LONGER });
    expect(journey.all('ClockReassessed').at(-1)?.data).toMatchObject({ was: 'missed', is: 'running' });
    expect(journey.all('ClockMissed').map(({ data }) => data.clock)).toContain(TERM);
    at(asked(), '2026-05-25', 'superior').when(answer(true, '2026-05-19')).thenRefused('happened-too-early');
  });

  it('A11, DL-EXTEND: the law of 2010 and of 2026 know no extension, nor does any other term of the manual', () => {
    for (const day of [DAY, '2026-04-03']) {
      const journey = Journey.accepted(day, { class: 'deposit' });
      const law = journey.state.clocks.find(
        ({ code, basis }) => code === 'DL-DISPOSE' && basis === 'statutory',
      );
      at(journey, addDays(day, 3), 'officer')
        .when(asking(30, law?.clock))
        .thenRefused('no-extension-in-rulebook', { rulebook: law?.rulebook });
    }
    at(accepted(), '2026-03-03', 'officer')
      .when(asking(5, 'DL-NOTICE-C.RB-MANUAL.1'))
      .thenRefused('no-extension-in-rulebook');
    at(Journey.accepted(DAY), '2026-03-03', 'officer').when(asking()).thenRefused('no-term-can-be-longer');
  });

  it('A11: in a case that is taken up again the term that was kept is over, and none is left to ask for', () => {
    const journey = accepted().notified('2026-03-03');
    const canAsk = (on: string) =>
      possibleActions(journey.state, contextAt(cn(on), 'officer')).find(
        ({ action }) => action === 'RequestExtension',
      )?.refusal?.refused ?? 'possible';
    expect(canAsk('2026-03-04')).toBe('possible');
    journey
      .does('officer', '2026-03-10', withdraw())
      .does('officer', '2026-03-11', requestClosing())
      .does('leader', '2026-03-12', approveClosing())
      .does('leader', '2026-03-20', reopen());
    expect(canAsk('2026-03-21')).toBe('no-term-can-be-longer');
  });

  it('A11: what can be done now says of each term whether more time can be asked for, and why not', () => {
    const offered = (journey: Journey, on: string) =>
      possibleActions(journey.state, contextAt(cn(on), 'officer'))
        .filter(({ action }) => action === 'RequestExtension')
        .map(({ parameters, refusal }) => [parameters?.['clock'], refusal?.refused, refusal?.rules]);
    expect(offered(accepted(), '2026-05-20')).toEqual([[TERM, undefined, undefined]]);
    expect(offered(asked(), '2026-05-21')).toEqual([[TERM, 'extension-asked-already', ['A11']]]);
    const granted = asked().does('superior', '2026-05-25', answer(true));
    expect(offered(granted, '2026-05-26')).toEqual([[TERM, 'extension-granted-already', ['A11']]]);
    const refused = asked().does('superior', '2026-05-25', answer(false));
    expect(offered(refused, '2026-05-26')).toEqual([[TERM, undefined, undefined]]);
    const none = Journey.accepted(DAY);
    expect(offered(none, '2026-03-03')).toEqual([[undefined, 'no-term-can-be-longer', ['A11']]]);
    const rulebooks = { ...LAW, overlay: 'OV-SHANDONG' };
    const local = 'DL-DISPOSE.OV-SHANDONG.1';
    const both = Journey.accepted(DAY, { class: 'deposit', rulebooks }).does(
      'officer',
      '2026-03-10',
      asking(),
    );
    expect(offered(both, '2026-03-11')).toEqual([
      [TERM, 'extension-asked-already', ['A11']],
      [local, undefined, undefined],
    ]);
  });

  it('a local rule leaves it to the head of the office: then he decides, and the superior does not', () => {
    const rulebooks = { ...LAW, overlay: 'OV-SHANDONG' };
    const local = 'DL-DISPOSE.OV-SHANDONG.1';
    const journey = Journey.accepted(DAY, { rulebooks }).does('officer', '2026-03-10', asking(30, local));
    at(journey, '2026-03-11', 'superior').when(answer(true)).thenRefused('extension-is-for-another-to-grant');
    journey.does('leader', '2026-03-11', { type: 'DecideExtension', data: answer(true).data });
    expect(journey.clock(local)).toMatchObject({ extended: 30, dueOn: '2026-05-18' });
  });

  it('A11: of an office with no superior here, somebody else than who asked records the superior’s letter', () => {
    const letter = {
      type: 'RecordExtensionAnswer',
      data: { extensionId: 'extension-1', granted: true, letter: '省旅发〔2026〕9号' },
    } as const;
    const journey = asked();
    const alone = (by: Person) => {
      const context = contextAt(cn('2026-05-25'), by);
      return { ...context, offices: { ...context.offices, superiorsOf: () => [] } as never };
    };
    specify(complaintDecider, alone('officer'))
      .given(...journey.events)
      .when(letter)
      .thenRefused('extension-approver-is-author', { requestedBy: 'officer' });
    specify(complaintDecider, alone('colleague'))
      .given(...journey.events)
      .when(letter)
      .then(
        {
          type: 'ExtensionApproved',
          data: { letter: '省旅发〔2026〕9号', by: 'colleague', byOffice: OFFICE_ID },
        },
        { type: 'ClockRescheduled', data: { dueOn: LONGER } },
      );
  });

  it('the superior sees what waits for his answer among what he can do', () => {
    const journey = asked();
    const actions = possibleActions(journey.state, contextAt(cn('2026-05-21'), 'superior'));
    expect(actions.filter(({ action }) => action === 'AnswerExtension')).toEqual([
      { action: 'AnswerExtension', parameters: { extensionId: 'extension-1' } },
    ]);
  });

  it('A11: whatever is asked and answered when, no term of disposal is ever longer than 120 days', () => {
    const ask = fc.record({
      day: fc.nat({ max: 130 }),
      days: fc.integer({ min: 1, max: 40 }),
      yes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 6 }), (asks) => {
        const journey = accepted();
        asks
          .toSorted((a, b) => a.day - b.day)
          .forEach(({ day, days, yes }, index) => {
            const extensionId = `extension-${String(index)}`;
            const now = addDays(DAY, day);
            const said = { type: 'AnswerExtension', data: { extensionId, granted: yes } } as const;
            for (const [by, command] of [
              ['officer', asking(days, TERM, extensionId)],
              ['superior', said],
            ] as const) {
              const done = journey.asks(by, now, command);
              if (!isRefusal(done)) journey.happened(...done);
            }
          });
        const { extended = 0, dueOn } = journey.clock(TERM);
        expect(extended).toBeLessThanOrEqual(30);
        expect(dueOn <= LONGER).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('more time that was granted, and other rulebooks (A11)', () => {
  const later = loadRulebook({ ...SHIPPED.byId('RB-MANUAL'), version: 2 });
  const brief = loadRulebook({
    ...SHIPPED.byId('RB-MANUAL'),
    id: 'RB-BRIEF',
    terms: SHIPPED.byId('RB-MANUAL').terms.map((term) =>
      term.code === 'DL-DISPOSE'
        ? { ...term, extension: { max: 10, times: 1, by: 'superior-office' } }
        : term,
    ),
  });
  const { extension: _, ...plain } = SHIPPED.byId('RB-MANUAL').terms.find(
    ({ code }) => code === 'DL-DISPOSE',
  )!;
  const strict = loadRulebook({
    ...SHIPPED.byId('RB-MANUAL'),
    id: 'RB-STRICT',
    terms: SHIPPED.byId('RB-MANUAL').terms.map((term) => (term.code === 'DL-DISPOSE' ? plain : term)),
  });
  const alike = loadRulebook({ ...SHIPPED.byId('RB-MANUAL'), id: 'RB-ALIKE' });
  const twice = loadRulebook({
    ...SHIPPED.byId('RB-MANUAL'),
    id: 'RB-TWICE',
    terms: SHIPPED.byId('RB-MANUAL').terms.map((term) =>
      term.code === 'DL-DISPOSE'
        ? { ...term, extension: { max: 20, times: 2, by: 'superior-office' } }
        : term,
    ),
  });
  const shelf = SHIPPED.with([alike, brief, strict, twice]);
  /** A case of before the manual's second version came out. */
  const extendedCase = (after = shelf) => {
    let known = shelf;
    const journey = new Journey((id) => known.byId(id)).registered(DAY);
    journey
      .reviewed(DAY, { limitation: [{ claim: 0, class: 'deposit', startedOn: DAY }] })
      .decided(DAY, { outcome: 'accept', file: true })
      .withHandlers(DAY, 'officer')
      .does('officer', '2026-05-20', asking())
      .does('superior', '2026-05-25', answer(true));
    known = after;
    return journey;
  };
  const move = (journey: Journey, to: PinnedRulebooks) =>
    journey.does('leader', '2026-05-26', {
      type: 'MoveToRulebooks',
      data: { to, reason: sealedFor('rulebooks.reason') },
    });
  const told = (journey: Journey) => journey.all('RulebookMigrated').at(-1)?.data.extensionsEnded;

  it('goes along to a later version of the rulebook', () => {
    const journey = move(extendedCase(shelf.with([later])), LAW);
    expect(journey.clock(TERM).status).toBe('cancelled');
    expect(journey.clock('DL-DISPOSE.RB-MANUAL.2')).toMatchObject({ extended: 30, dueOn: LONGER });
    expect(told(journey)).toBeUndefined();
  });

  it('A11: what came along is the one that there is: neither the rest of it nor another is granted after the move', () => {
    const whole = move(extendedCase(shelf.with([later])), LAW);
    const again = asking(30, 'DL-DISPOSE.RB-MANUAL.2', 'extension-2');
    expect(whole.asks('officer', '2026-05-27', again)).toMatchObject({
      refused: 'extension-granted-already',
      facts: { times: 1 },
    });
    const part = move(extendedCase(), { ...LAW, internal: 'RB-BRIEF' });
    expect(
      part.asks('officer', '2026-05-27', asking(1, 'DL-DISPOSE.RB-BRIEF.1', 'extension-2')),
    ).toMatchObject({ refused: 'extension-granted-already' });
    const twice = move(extendedCase(), { ...LAW, internal: 'RB-TWICE' });
    const more = (days: number) => asking(days, 'DL-DISPOSE.RB-TWICE.1', 'extension-2');
    expect(twice.asks('officer', '2026-05-27', more(11))).toMatchObject({
      refused: 'more-time-beyond-maximum',
      facts: { days: 11, most: 10 },
    });
    expect(twice.asks('officer', '2026-05-27', more(10))).toMatchObject([{ type: 'ExtensionRequested' }]);
  });

  it('goes along as far as the rulebook joined allows, and the move says what ends', () => {
    const journey = move(extendedCase(), { ...LAW, internal: 'RB-BRIEF' });
    expect(journey.clock('DL-DISPOSE.RB-BRIEF.1')).toMatchObject({ extended: 10, dueOn: '2026-06-10' });
    expect(told(journey)).toEqual([{ clock: TERM, days: 20 }]);
  });

  it('ends where the rulebook joined knows none, and so does a request not answered: the move says so', () => {
    const journey = move(extendedCase(), { ...LAW, internal: 'RB-STRICT' });
    expect(journey.clock('DL-DISPOSE.RB-STRICT.1')).toMatchObject({ dueOn: DUE });
    expect(told(journey)).toEqual([{ clock: TERM, days: 30 }]);
    const waiting = move(asked(), { ...LAW, statutory: 'RB-2026' });
    expect(told(waiting)).toBeUndefined();
  });

  it('A11: a request that ended with the move waits for nobody, and is not answered any more', () => {
    let known = shelf;
    const journey = new Journey((id) => known.byId(id));
    journey.happened(...asked().events);
    known = shelf.with([later]);
    move(journey, LAW);
    expect(told(journey)).toEqual([{ clock: TERM, days: 30, asked: true }]);
    expect(openExtensions(journey.state)).toEqual([]);
    for (const granted of [true, false])
      expect(journey.asks('superior', '2026-05-27', answer(granted))).toMatchObject({
        refused: 'extension-ended-by-move',
        facts: { clock: TERM },
      });
    const anew = asking(30, 'DL-DISPOSE.RB-MANUAL.2', 'extension-2');
    journey.does('officer', '2026-05-27', anew);
    expect(openExtensions(journey.state).map(({ extensionId }) => extensionId)).toEqual(['extension-2']);
  });

  it('A11: whatever is asked, answered and moved when, the term never runs beyond day 120', () => {
    const step = fc.record({
      day: fc.nat({ max: 125 }),
      days: fc.integer({ min: 1, max: 40 }),
      move: fc.option(fc.constantFrom('RB-MANUAL', 'RB-ALIKE', 'RB-BRIEF', 'RB-STRICT'), { freq: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) => {
        const journey = new Journey((id) => shelf.byId(id));
        journey.happened(...accepted().events);
        steps
          .toSorted((a, b) => a.day - b.day)
          .forEach(({ day, days, move: internal }, index) => {
            const extensionId = `extension-${String(index)}`;
            const open = journey.state.clocks.findLast(
              ({ code, basis }) => code === 'DL-DISPOSE' && basis === 'internal',
            );
            const data = { to: { ...LAW, internal: internal ?? '' }, reason: sealedFor('rulebooks.reason') };
            const asks = [
              ['officer', asking(days, open?.clock, extensionId)],
              ['superior', { type: 'AnswerExtension', data: { extensionId, granted: true } }],
            ] as const;
            const turn =
              internal === null ? asks : ([['leader', { type: 'MoveToRulebooks', data }]] as const);
            for (const [by, command] of turn) {
              const done = journey.asks(by, addDays(DAY, day), command);
              if (!isRefusal(done)) journey.happened(...done);
            }
          });
        for (const { code, basis, dueOn, extended = 0 } of journey.state.clocks) {
          if (code !== 'DL-DISPOSE' || basis !== 'internal') continue;
          expect(extended).toBeLessThanOrEqual(30);
          expect(dueOn <= LONGER).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
