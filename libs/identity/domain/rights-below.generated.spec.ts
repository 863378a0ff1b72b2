import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  authorise,
  isDenial,
  listScope,
  supervisedOffices,
  type CaseSubject,
  type ListAction,
} from './authorise.js';
import type { Principal } from './principal.js';
import type { Cell } from './right.js';
import { ACTIONS, RIGHTS, type Action } from './rights-matrix.js';
import { ROLES, type Role } from './roles.js';

const ME = 'me';

const person = (...roles: readonly Role[]): Principal => ({ id: ME, name: '某人', roles, officeId: '' });

/** Whose case it is: mine in one way or the other, or in none. */
const RELATIONS = { assigned: [[ME], 'x'], registered: [['x'], ME], neither: [['x'], 'x'] } as const;
type Relation = keyof typeof RELATIONS;

function caseOf(officeId: string, relation: Relation): CaseSubject {
  const [handlers, registeredBy] = RELATIONS[relation];
  return { officeId, handlers, recused: [], registeredBy };
}

const reachesBelow = (cell: Cell): boolean => cell === 'sub' || cell === 'office+sub';

/** Offices as a random tree: each below one that came before it, or at the top. */
const trees = fc.array(fc.nat({ max: 11 }), { minLength: 2, maxLength: 12 }).map((picks) => {
  const parents = new Map<string, string | undefined>();
  picks.forEach((pick, index) =>
    parents.set(`o${index}`, index === 0 || pick % 4 === 0 ? undefined : `o${pick % index}`),
  );
  const superiorsOf = (office: string): string[] => {
    const parent = parents.get(office);
    return parent === undefined ? [] : [parent, ...superiorsOf(parent)];
  };
  return { offices: [...parents.keys()], superiorsOf };
});

describe('offices above and below, in random trees', () => {
  type Question = typeof questions extends fc.Arbitrary<infer Asked> ? Asked : never;
  const questions = fc.record({
    tree: trees,
    roles: fc.subarray([...ROLES]),
    action: fc.constantFrom(...ACTIONS.filter((action) => RIGHTS[action].about === 'case')),
    mine: fc.nat(),
    theirs: fc.nat(),
    relation: fc.constantFrom<Relation>('assigned', 'registered', 'neither'),
  });
  const asked = ({ tree, roles, mine, theirs, relation }: Question) => {
    const own = tree.offices[mine % tree.offices.length] ?? '';
    const office = tree.offices[theirs % tree.offices.length] ?? '';
    const superiors = tree.superiorsOf(office);
    const principal = { ...person(...roles), officeId: own };
    const subject = { ...caseOf(office, relation), superiors };
    return { principal, subject, isOwn: own === office, isBelow: superiors.includes(own) };
  };

  it('nobody sees or does anything outside the own office and those below it', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { principal, subject, isOwn, isBelow } = asked(question);
        const answer = authorise(principal, question.action, subject);
        if (isOwn || isBelow) return;
        expect(answer).toMatchObject({ allowed: false, kind: 'not-visible' });
      }),
      { numRuns: 2000 },
    );
  });

  it('below the own office only what the matrix gives under sub; of the own nothing that is for lower ones alone', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { principal, subject, isOwn, isBelow } = asked(question);
        const answer = authorise(principal, question.action, subject);
        const cells = question.roles.map((role) => RIGHTS[question.action].cells[role]);
        if (isBelow)
          expect(answer.allowed).toBe(isBelow && cells.some(reachesBelow) && !cells.includes('never'));
        if (isOwn && answer.allowed)
          expect(cells.some((cell) => cell !== 'sub' && cell !== 'none')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('no list shows rows of an office that is neither the own one nor below it', () => {
    const lists: readonly ListAction[] = ['complaint.list', 'deadline.list', 'worklist.read'];
    fc.assert(
      fc.property(questions, fc.constantFrom(...lists), (question, list) => {
        const { principal, subject, isOwn, isBelow } = asked(question);
        const scope = listScope(principal, list, {
          officeId: subject.officeId,
          superiors: subject.superiors,
        });
        if (!isOwn && !isBelow) expect(isDenial(scope)).toBe(true);
        if (!isDenial(scope)) expect(scope.officeId).toBe(subject.officeId);
      }),
      { numRuns: 2000 },
    );
  });

  it('the supervision list is of offices below the own one, and never of it', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { principal } = asked(question);
        const { offices, superiorsOf } = question.tree;
        const below = (id: string) => offices.filter((one) => one === id || superiorsOf(one).includes(id));
        const scope = supervisedOffices(principal, below);
        if (isDenial(scope)) return;
        expect(scope).not.toContain(principal.officeId);
        for (const office of scope) expect(superiorsOf(office)).toContain(principal.officeId);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what the procedure says of offices', () => {
  const whoBelow = (action: Action) => ROLES.filter((role) => reachesBelow(RIGHTS[action].cells[role]));
  const OF_A_SUPERIOR = ['designate', 'urge', 'recall', 'reassign', 'answer-extension'].map(
    (act) => `complaint.${act}` as Action,
  );

  it('a superior reads, urges, recalls, reassigns, designates and grants more time, and does nothing else to a lower office’s case', () => {
    const reading = ['read', 'read-history', 'read-clocks'].map((act) => `complaint.${act}` as Action);
    const about = ACTIONS.filter((action) => RIGHTS[action].about === 'case');
    expect(about.filter((action) => whoBelow(action).length > 0).toSorted()).toEqual(
      [...reading, ...OF_A_SUPERIOR].toSorted(),
    );
    expect(whoBelow('complaint.reveal-contact')).toEqual([]);
  });
  it('G50, A11: only the leader of a superior office designates, recalls, reassigns and grants more time', () => {
    for (const act of ['designate', 'recall', 'reassign', 'answer-extension'])
      expect(whoBelow(`complaint.${act}` as Action)).toEqual(['leader']);
    expect(whoBelow('complaint.urge')).toEqual(['section-head', 'leader']);
  });
  it('G12, A15: the handler reports, the leader gives back, and the referrer’s leader consents to more time', () => {
    expect(RIGHTS['complaint.report-to-referrer'].cells.officer).toBe('assigned');
    expect(RIGHTS['complaint.return-to-sender'].cells.leader).toBe('office');
    expect(RIGHTS['complaint.answer-more-time'].cells.leader).toBe('office');
  });
});
