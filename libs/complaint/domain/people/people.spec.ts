import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import type { ComplaintCommand } from '../case/commands.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { everybodyConsents } from './consent.js';
import type { Agent } from './facts.js';

const as = (by: Person, at = '2025-04-17') => specify(complaintDecider, contextAt(cn(at), by));
const subjects = (count: number) => Array.from({ length: count }, (_, index) => `subject-${index + 1}`);
const joint = (count = 5) =>
  new Journey().registered('2025-04-15', {
    complainants: subjects(count).map((subject) => ({ subject })),
    representatives: ['subject-1'],
  });
const handled = () =>
  new Journey()
    .registered('2025-04-15')
    .reviewed('2025-04-16')
    .decided('2025-04-16', { outcome: 'accept' })
    .withHandlers('2025-04-16', 'officer', 'colleague');
const reason = sealedFor('reason');
const now = cn('2025-04-18');

const authorise = (change: object = {}) =>
  ({
    type: 'AuthoriseAgent',
    data: {
      agentId: 'agent-1',
      principals: ['subject-1'],
      name: sealedFor('agent.name'),
      powers: ['act'],
      powerOfAttorney: sealedFor('agent.power'),
      ...change,
    },
  }) as ComplaintCommand;
const elect = (representatives: string[], consents: string[]) =>
  ({ type: 'ElectRepresentatives', data: { representatives, consents } }) as const;
const recusal = (change: object = {}) =>
  ({
    type: 'RequestRecusal',
    data: {
      recusalId: 'r-1',
      person: 'officer',
      ground: 'interest-in-the-matter',
      applicant: 'complainant',
      reason,
      ...change,
    },
  }) as ComplaintCommand;
const decide = (granted: boolean) =>
  ({ type: 'DecideRecusal', data: { recusalId: 'r-1', granted, reason } }) as const;

describe('agents', () => {
  it('H02, G53: an agent authorised at the office that the case came from is the agent here, until that ends', () => {
    const from = { complaintId: 'parent', office: 'province' };
    const agent = {
      ...(authorise({ powers: ['settle'] }).data as Agent),
      authorisedAt: cn('2025-04-10'),
      recordedBy: 'their-registrar',
    };
    const comes = (change: Partial<Agent> = {}) =>
      ({ type: 'NoteAgent', data: { from, agent: { ...agent, ...change } } }) as const;
    const ended = comes({ revokedAt: cn('2025-04-17') });
    const journey = joint();
    expect(journey.asks('system', '2025-04-17', ended)).toEqual([]);
    expect(journey.asks('system', '2025-04-17', comes())).toEqual([
      { type: 'AgentAuthorised', data: { ...agent, from } },
    ]);
    journey.does('system', '2025-04-17', comes());
    expect(journey.asks('system', '2025-04-17', comes())).toEqual([]);
    const others = ['subject-2', 'subject-3', 'subject-4', 'subject-5'];
    const consent = (at: string) =>
      everybodyConsents(journey.state, [...others, 'agent-1'], 'settle', cn(at));
    expect(consent('2025-04-18')).toBeNull();
    expect(journey.asks('system', '2025-04-18', ended)).toEqual([
      {
        type: 'AgentRevoked',
        data: { agentId: 'agent-1', revokedAt: cn('2025-04-17'), recordedBy: 'system' },
      },
    ]);
    journey.does('system', '2025-04-18', ended);
    expect(consent('2025-04-18')).toMatchObject({ refused: 'consent-of-all-missing' });
    expect(journey.asks('system', '2025-04-18', ended)).toEqual([]);
  });

  it('G53: an agent acts for complainants of the case, by a power that states its scope', () => {
    as('registrar')
      .given(...joint().events)
      .when(authorise())
      .then({ type: 'AgentAuthorised', data: { principals: ['subject-1'], recordedBy: 'registrar' } });
    as('registrar')
      .given(...joint().events)
      .when(authorise({ principals: ['somebody-else'] }))
      .thenRefused('agent-for-nobody-in-the-case');
    as('registrar')
      .given(...joint().events)
      .when(authorise({ powers: [] }))
      .thenRefused('agent-has-no-power');
    as('registrar')
      .given(...joint().events)
      .when(authorise({ authorisedAt: cn('2025-04-18') }))
      .thenRefused('happened-in-the-future');
  });

  it('G53: after the decision the handlers record it; its end is recorded once', () => {
    as('head')
      .given(...handled().events)
      .when(authorise())
      .thenRefused('not-a-handler');
    const journey = handled().does('officer', '2025-04-16', authorise());
    const revoke = {
      type: 'RevokeAgent',
      data: { agentId: 'agent-1', revokedAt: cn('2025-04-17') },
    } as const;
    journey.does('officer', '2025-04-17', revoke);
    as('officer')
      .given(...journey.events)
      .when(revoke)
      .thenNothing();
    as('officer', '2025-04-18')
      .given(...journey.events)
      .when({ type: 'RevokeAgent', data: { agentId: 'agent-1' } })
      .thenRefused('agent-already-revoked');
    as('officer')
      .given(...handled().events)
      .when(revoke)
      .thenRefused('agent-not-found');
  });
});

describe('representatives of a joint complaint', () => {
  it('G53: one to three of the complainants, changed with the consent of all', () => {
    as('registrar')
      .given(...joint().events)
      .when(elect(['subject-2', 'subject-3'], subjects(5)))
      .then({ type: 'RepresentativesElected', data: { representatives: ['subject-2', 'subject-3'] } });
    as('registrar')
      .given(...joint().events)
      .when(elect(['subject-2'], subjects(4)))
      .thenRefused('consent-of-all-missing', { complainants: 5, consented: 4 });
    as('registrar')
      .given(...joint().events)
      .when(elect(['stranger'], subjects(5)))
      .thenRefused('representatives-not-as-required');
    as('registrar')
      .given(...joint().events)
      .when(elect(subjects(4), subjects(5)))
      .thenRefused('representatives-not-as-required');
    as('registrar')
      .given(...joint().events)
      .when(elect(['subject-1'], []))
      .thenNothing();
  });

  it('G53: three people are not a joint complaint: each speaks for himself', () => {
    as('registrar')
      .given(...joint(3).events)
      .when(elect(['subject-2'], subjects(3)))
      .thenRefused('not-a-joint-complaint');
  });

  it('G53: an agent consents for those who gave him that power, until it ends', () => {
    const powered = joint().does(
      'registrar',
      '2025-04-16',
      authorise({ principals: ['subject-4', 'subject-5'], powers: ['settle'] }),
    );
    const consents = [...subjects(3), 'agent-1'];
    expect(everybodyConsents(powered.state, consents, 'settle', now)).toBeNull();
    expect(everybodyConsents(powered.state, consents, 'withdraw', now)?.refused).toBe(
      'consent-of-all-missing',
    );
    powered.does('registrar', '2025-04-17', { type: 'RevokeAgent', data: { agentId: 'agent-1' } });
    expect(everybodyConsents(powered.state, consents, 'settle', now)?.refused).toBe('consent-of-all-missing');
    // What he agreed to while he could still stands, and what he agreed to before he could does not.
    expect(everybodyConsents(powered.state, consents, 'settle', cn('2025-04-16'))).toBeNull();
    const tooEarly = everybodyConsents(powered.state, consents, 'settle', cn('2025-04-15'));
    expect(tooEarly?.refused).toBe('consent-of-all-missing');
  });

  it('G53: consent of all is exactly that, whoever is left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(9)), (count, given) => {
        const { state } = joint(count);
        const consents = given.map((one) => `subject-${one + 1}`);
        const all = subjects(count).every((one) => consents.includes(one));
        expect(everybodyConsents(state, consents, 'settle', now) === null).toBe(count < 4 || all);
      }),
    );
  });
});

describe('standing aside', () => {
  it('G62: somebody else decides; who stands aside does nothing more and loses the file', () => {
    const asked = handled().does('head', '2025-04-17', recusal());
    as('officer')
      .given(...asked.events)
      .when(decide(false))
      .thenRefused('recusal-decided-by-the-person');
    as('head')
      .given(...asked.events)
      .when(decide(true))
      .thenRefused('recusal-decided-by-who-asked');
    asked.does('leader', '2025-04-17', decide(true));
    expect(asked.events.slice(-2)).toMatchObject([
      { type: 'RecusalDecided', data: { person: 'officer', granted: true } },
      { type: 'HandlersAssigned', data: { handlers: ['colleague'] } },
    ]);
    as('officer')
      .given(...asked.events)
      .when({ type: 'RequestFiling', data: { report: reason } })
      .thenRefused('recused-from-case');
    as('head')
      .given(...asked.events)
      .when({ type: 'AssignHandlers', data: { handlers: ['officer', 'colleague'] } })
      .thenRefused('recused-cannot-handle', { recused: ['officer'] });
    as('leader')
      .given(...asked.events)
      .when(decide(true))
      .thenNothing();
    as('deputy')
      .given(...asked.events)
      .when(decide(false))
      .thenRefused('recusal-already-decided');
  });

  it('G62: refused, everything stays as it was, and it can be asked again', () => {
    const asked = handled().does('head', '2025-04-17', recusal()).does('leader', '2025-04-17', decide(false));
    expect(asked.state).toMatchObject({ handlers: ['colleague', 'officer'] });
    as('colleague')
      .given(...asked.events)
      .when(recusal({ recusalId: 'r-2' }))
      .then({ type: 'RecusalRequested' });
    as('colleague')
      .given(...handled().does('head', '2025-04-17', recusal()).events)
      .when(recusal({ recusalId: 'r-2' }))
      .thenRefused('recusal-already-requested');
  });

  it('H17: about oneself only the wish to stand aside is recorded by oneself', () => {
    as('officer')
      .given(...handled().events)
      .when(recusal())
      .thenRefused('record-about-oneself');
    as('officer')
      .given(...handled().events)
      .when(recusal({ applicant: 'the-person' }))
      .then({ type: 'RecusalRequested', data: { person: 'officer', recordedBy: 'officer' } });
    as('head')
      .given(...handled().events)
      .when(recusal({ applicant: 'the-person' }))
      .thenRefused('record-about-oneself');
  });

  it('G62, G10: where the only handler stands aside the file waits for another, and nobody works on it meanwhile', () => {
    const alone = new Journey()
      .registered('2025-04-15')
      .reviewed('2025-04-16')
      .decided('2025-04-16', { outcome: 'accept' })
      .withHandlers('2025-04-16', 'officer')
      .does('head', '2025-04-17', recusal())
      .does('leader', '2025-04-17', decide(true));
    expect(alone.state).toMatchObject({ handlers: [] });
    const answer = alone.asks('colleague', '2025-04-17', { type: 'RequestFiling', data: { report: reason } });
    expect(isRefusal(answer) && answer.refused).toBe('handlers-missing');
    expect(alone.withHandlers('2025-04-17', 'colleague').state).toMatchObject({ handlers: ['colleague'] });
  });

  it('G62: nobody who stands aside is refused anything by another rule first', () => {
    const aside = handled().does('head', '2025-04-17', recusal()).does('leader', '2025-04-17', decide(true));
    const answer = aside.asks('officer', '2025-04-18', authorise());
    expect(isRefusal(answer) && answer.refused).toBe('recused-from-case');
  });
});
