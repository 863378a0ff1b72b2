import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SHIPPED } from '#rulebook';
import { OFFICES, TREE, complaintOf, cn } from '../fixture/complaint.js';
import { determineJurisdiction, type Question } from './determination.js';

interface Places {
  readonly respondent?: string;
  readonly contract?: string;
  readonly harm?: string;
}

const [OURS, COUNTY, COUNTY_2, OTHER_CITY, FAR] = ['990199', '990101', '990102', '990205', '980105'] as const;
const ask = (rulebook: string, places: Places, change: Partial<Question> = {}) => {
  const { respondent } = complaintOf(cn('2026-04-13'));
  return determineJurisdiction({
    rulebook: SHIPPED.byId(rulebook),
    offices: TREE,
    urgentStop: false,
    registration: {
      office: 'office-1',
      respondent: { ...respondent, ...(places.respondent ? { division: places.respondent } : {}) },
      ...(places.contract ? { contract: { signedDivision: places.contract } } : {}),
      ...(places.harm ? { harmDivision: places.harm } : {}),
    },
    ...change,
  });
};

describe('whose matter a complaint is', () => {
  it('G50, 2010: the place of the contract or of the respondent, each with its article', () => {
    const answer = ask('RB-2010', { respondent: COUNTY, contract: OURS });
    expect(answer).toMatchObject({
      finding: 'own-level',
      certain: true,
      verification: 'published',
      missing: [],
    });
    expect(answer.bases).toEqual([
      {
        basis: 'contract-place',
        article: '旅游投诉处理办法（国家旅游局令第32号）第五条, G50',
        verification: 'published',
        division: OURS,
        leadsTo: 'own-level',
        office: 'office-1',
      },
      expect.objectContaining({ basis: 'respondent-place', leadsTo: 'lower-level', office: 'county-1' }),
    ]);
    expect(answer.offices).toEqual(['office-1', 'county-1']);
  });

  it('G50, 2026: the operator’s domicile, the place of the contract or of the dispute; unverified, and it says so', () => {
    const answer = ask('RB-2026', { respondent: FAR, contract: FAR, harm: OURS });
    expect(answer).toMatchObject({ finding: 'own-level', certain: true, verification: 'unverified' });
    expect(answer.bases.map(({ basis }) => basis)).toEqual([
      'operator-domicile',
      'contract-place',
      'dispute-place',
    ]);
  });

  it('G50: where the harm must be stopped at once, its place counts instead', () => {
    const places = { respondent: OURS, contract: OURS, harm: OTHER_CITY };
    expect(ask('RB-2010', places).finding).toBe('own-level');
    const urgent = ask('RB-2010', places, { urgentStop: true });
    expect(urgent).toMatchObject({ finding: 'other-tourism-office', offices: ['office-2'], certain: true });
    expect(urgent.bases.map(({ basis }) => basis)).toEqual(['harm-place']);
    expect(ask('RB-2026', places, { urgentStop: true }).bases.map(({ basis }) => basis)).toEqual([
      'dispute-place',
    ]);
  });

  it('G04: the manual names no place: the case is where it came, and that binds nobody', () => {
    expect(ask('RB-MANUAL', { respondent: FAR })).toMatchObject({
      finding: 'own-level',
      certain: false,
      verification: 'unverified',
    });
  });

  it('G04: a lower office is competent where its area lies; one ground of our own is enough for us', () => {
    expect(ask('RB-2010', { respondent: COUNTY, contract: COUNTY })).toMatchObject({
      finding: 'lower-level',
      offices: ['county-1'],
      certain: true,
    });
    expect(ask('RB-2010', { respondent: COUNTY, contract: OTHER_CITY })).toMatchObject({
      finding: 'lower-level',
      offices: ['county-1', 'office-2'],
    });
  });

  it('G04: what is not known is named; it leaves the finding open, unless we are competent anyway', () => {
    expect(ask('RB-2010', {})).toMatchObject({
      certain: false,
      missing: ['contract.signedDivision', 'respondent.division'],
    });
    expect(ask('RB-2010', {}).finding).toBeUndefined();
    expect(ask('RB-2010', { respondent: COUNTY })).toMatchObject({
      finding: 'lower-level',
      certain: false,
      missing: ['contract.signedDivision'],
    });
    expect(ask('RB-2010', { respondent: OURS })).toMatchObject({ finding: 'own-level', certain: true });
  });

  it('G50: of several offices, none of them ours or below us, the rule says who takes it, and who designates', () => {
    const two = ask('RB-2010', { respondent: OTHER_CITY, contract: FAR });
    expect(two).toMatchObject({ finding: 'other-tourism-office', offices: ['elsewhere', 'office-2'] });
    const counties = { respondent: '990101', contract: '990102' };
    const beside = { office: 'office-2', respondent: { name: 'x', division: counties.respondent } };
    const registration = { ...beside, contract: { signedDivision: counties.contract } };
    expect(ask('RB-2010', {}, { registration }).several).toEqual({
      value: 'agree-or-common-superior',
      article: '旅游投诉处理办法（国家旅游局令第32号）第七条, G50',
      verification: 'published',
      commonSuperior: 'office-1',
    });
    const later = ask('RB-2026', {}, { registration: { ...registration, harmDivision: COUNTY_2 } });
    expect(later.several).toMatchObject({ value: 'first-to-receive', verification: 'unverified' });
  });

  it('a superior whose wider area covers a place is not the office at that place', () => {
    const answer = ask('RB-2010', { respondent: '990305', contract: '990305' });
    expect(answer).toMatchObject({ finding: 'other-tourism-office', offices: [], certain: true });
    expect(ask('RB-2010', { respondent: '990000', contract: '990000' }).offices).toEqual(['province']);
  });

  it('G13, E9: a taxi is the matter of another department, wherever it happened', () => {
    const { respondent } = complaintOf(cn('2026-04-13'));
    const taxi = { office: 'office-1', respondent: { ...respondent, kind: 'taxi', division: OURS } } as const;
    expect(ask('RB-2010', {}, { registration: taxi })).toMatchObject({
      finding: 'other-department',
      certain: true,
      bases: [{ basis: 'matter', article: 'G13', verification: 'design' }],
    });
  });

  it('G50: what a superior has designated is settled, whatever the places say', () => {
    const answer = ask('RB-2010', { respondent: FAR, contract: FAR }, { designated: 'office-1' });
    expect(answer).toMatchObject({ finding: 'own-level', certain: true, bases: [{ basis: 'designation' }] });
  });

  it('for any places: a certain finding rests on a ground that is shown, and more places never make a certain one of ours less', () => {
    const place = fc.constantFrom(undefined, OURS, COUNTY, COUNTY_2, OTHER_CITY, FAR, '990000', '990100');
    const laws = fc.constantFrom('RB-2010', 'RB-2026');
    fc.assert(
      fc.property(
        laws,
        place,
        place,
        place,
        fc.boolean(),
        fc.constantFrom(...OFFICES),
        (law, a, b, c, urgentStop, at) => {
          const places = { respondent: a, contract: b, harm: c };
          const registration = {
            office: at.id,
            respondent: { name: 'x', division: places.respondent },
            contract: { signedDivision: places.contract },
            harmDivision: places.harm,
          };
          const answer = ask(law, {}, { registration, urgentStop });
          if (answer.certain)
            expect(answer.bases.some(({ leadsTo }) => leadsTo === answer.finding)).toBe(true);
          for (const { leadsTo, missing } of answer.bases)
            expect((leadsTo === undefined) === (missing !== undefined)).toBe(true);
          if (answer.finding === 'own-level') expect(answer.offices[0]).toBe(at.id);
          if (answer.finding === 'own-level' && !urgentStop) {
            const more = { ...registration, harmDivision: FAR };
            if (c === undefined) expect(ask(law, {}, { registration: more }).finding).toBe('own-level');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
