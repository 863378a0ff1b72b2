import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { authorise, isDenial, listScope, type CaseSubject, type ListAction } from './authorise.js';
import type { Principal } from './principal.js';
import { ACTIONS, RIGHTS, type Action, type Cell } from './rights-matrix.js';
import { ROLES, type Role } from './roles.js';

const ME = 'me';
const HOME = 'yunhai';

const person = (...roles: readonly Role[]): Principal => ({ id: ME, name: '某人', roles, officeId: HOME });

/** Whose case it is: mine in one way or the other, or in none. */
const RELATIONS = { assigned: [[ME], 'x'], registered: [['x'], ME], neither: [['x'], 'x'] } as const;
type Relation = keyof typeof RELATIONS;

function caseOf(officeId: string, relation: Relation): CaseSubject {
  const [handlers, registeredBy] = RELATIONS[relation];
  return { officeId, handlers, recused: [], registeredBy };
}

const grants = (cell: Cell, relation: Relation): boolean => cell === 'office' || cell === relation;

const cells = ACTIONS.flatMap((action) =>
  ROLES.map((role) => ({ action, role, cell: RIGHTS[action].cells[role], about: RIGHTS[action].about })),
);

describe('every cell about a case', () => {
  const about = cells.filter((one) => one.about === 'case');
  for (const { action, role, cell } of about) {
    for (const relation of Object.keys(RELATIONS) as Relation[]) {
      it(`${role}, ${action} (${cell}): own office, ${relation} → ${grants(cell, relation) ? 'yes' : '403'}`, () => {
        const answer = authorise(person(role), action, caseOf(HOME, relation));
        if (grants(cell, relation)) {
          expect(answer).toEqual({ allowed: true, scope: cell === 'office' ? 'office' : 'own' });
        } else {
          expect(answer).toMatchObject({ allowed: false, kind: 'forbidden' });
        }
      });
      it(`${role}, ${action} (${cell}): other office, ${relation} → 404`, () => {
        const answer = authorise(person(role), action, caseOf('lijiang', relation));
        expect(answer).toEqual({
          allowed: false,
          kind: 'not-visible',
          reason: 'other-office',
          rolesThatMay: [],
        });
      });
    }
    it(`${role}, ${action}: which case was not said → 403`, () => {
      expect(authorise(person(role), action)).toMatchObject({ allowed: false, reason: 'no-case-given' });
    });
  }
});

describe('every cell not about a case', () => {
  for (const { action, role, cell, about } of cells.filter((one) => one.about !== 'case')) {
    const yes = about === 'public' || !['none', 'never'].includes(cell);
    it(`${role}, ${action} (${cell}) → ${yes ? 'yes' : '403'}`, () => {
      expect(authorise(person(role), action).allowed).toBe(yes);
    });
  }
});

describe('lists', () => {
  const lists: readonly ListAction[] = ['complaint.list', 'deadline.list', 'worklist.read'];
  const filters: Partial<Record<Cell, object>> = {
    office: { officeId: HOME, person: ME },
    assigned: { officeId: HOME, person: ME, own: { assignedTo: ME } },
    registered: { officeId: HOME, person: ME, own: { registeredBy: ME } },
  };
  for (const action of lists) {
    for (const role of ROLES) {
      const cell = RIGHTS[action].cells[role];
      it(`${role}, ${action} (${cell}): the filter is that of the cell`, () => {
        const scope = listScope(person(role), action);
        if (filters[cell]) expect(scope).toEqual(filters[cell]);
        else expect(isDenial(scope)).toBe(true);
      });
    }
  }

  it('joins the own cases of two roles, and no more', () => {
    expect(listScope(person('officer', 'hotline-agent'), 'complaint.list')).toEqual({
      officeId: HOME,
      person: ME,
      own: { assignedTo: ME, registeredBy: ME },
    });
    expect(listScope(person('officer', 'hotline-agent'), 'worklist.read')).toEqual({
      officeId: HOME,
      person: ME,
      own: { assignedTo: ME },
    });
  });

  it('shows nothing to somebody without a token or without an office', () => {
    for (const action of lists) {
      expect(isDenial(listScope(null, action))).toBe(true);
      expect(isDenial(listScope({ ...person('registrar'), officeId: '' }, action))).toBe(true);
    }
  });
});

describe('combinations of roles', () => {
  const roleSets = fc.subarray([...ROLES]);
  const questions = fc.record({
    action: fc.constantFrom(...ACTIONS),
    officeId: fc.constantFrom(HOME, 'lijiang', ''),
    relation: fc.constantFrom<Relation>('assigned', 'registered', 'neither'),
  });

  it('never grant what no single role grants, and always what one grants and none rules out', () => {
    fc.assert(
      fc.property(roleSets, questions, (roles, { action, officeId, relation }) => {
        const subject = caseOf(officeId, relation);
        const together = authorise(person(...roles), action, subject).allowed;
        const single = roles.some((role) => authorise(person(role), action, subject).allowed);
        const ruledOut = roles.some((role) => RIGHTS[action].cells[role] === 'never');
        expect(together).toBe(RIGHTS[action].about === 'public' || (single && !ruledOut));
      }),
      { numRuns: 2000 },
    );
  });

  it('G62: grant nothing in a case from which the person stands aside, whatever they are', () => {
    const ofCases = ACTIONS.filter((action) => RIGHTS[action].about === 'case');
    fc.assert(
      fc.property(roleSets, fc.constantFrom(...ofCases), questions, (roles, action, { relation }) => {
        const subject = { ...caseOf(HOME, relation), recused: [ME] };
        expect(authorise(person(...roles), action, subject)).toMatchObject({
          allowed: false,
          kind: 'forbidden',
          reason: 'stands-aside',
        });
      }),
    );
  });

  it('grow by nothing from roles that do not exist', () => {
    const unknown = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'LEADER', 'leader '));
    fc.assert(
      fc.property(roleSets, fc.array(unknown), questions, (roles, strange, question) => {
        const { action, officeId, relation } = question;
        const added = strange.filter((role) => !(ROLES as readonly string[]).includes(role)) as Role[];
        const subject = caseOf(officeId, relation);
        expect(authorise(person(...roles, ...added), action, subject)).toEqual(
          authorise(person(...roles), action, subject),
        );
      }),
    );
  });
});

describe('nobody in particular', () => {
  it('may do what is public, and nothing else', () => {
    const allowed = ACTIONS.filter((action) => authorise(null, action, caseOf(HOME, 'assigned')).allowed);
    expect(allowed).toEqual(['deadline.calculate']);
  });

  it('cannot do an action that is not in the matrix', () => {
    for (const action of ['complaint.erase', 'toString', '__proto__'] as unknown as Action[]) {
      expect(authorise(person(...ROLES), action, caseOf(HOME, 'assigned')).allowed).toBe(false);
    }
  });
});

describe('what the procedure says of people', () => {
  const who = (action: Action) => ROLES.filter((role) => RIGHTS[action].cells[role] === 'office');
  const handlers = (action: Action) => ROLES.filter((role) => RIGHTS[action].cells[role] === 'assigned');

  it('G01: registrars register, and agents the calls they take', () => {
    expect(who('complaint.register')).toEqual(['hotline-agent', 'registrar']);
  });
  it('G03, G08: the registrar reviews and asks for what is missing', () => {
    for (const action of ['begin-review', 'complete-review', 'request-supplement', 'receive-supplement']) {
      expect(who(`complaint.${action}` as Action)).toEqual(['registrar']);
    }
  });
  it('G09: only the leader decides on acceptance, or sends a review back', () => {
    expect(who('complaint.decide-acceptance')).toEqual(['leader']);
    expect(who('complaint.return-review')).toEqual(['leader']);
  });
  it('G10: handlers are assigned by the section head or the leader', () => {
    expect(who('complaint.assign-handlers')).toEqual(['section-head', 'leader']);
  });
  it('G14: the handler asks for filing, the leader approves', () => {
    expect(handlers('complaint.request-filing')).toEqual(['officer']);
    expect(who('complaint.approve-filing')).toEqual(['leader']);
  });
  it('G08, G11, G15, G16: the reviewer and the handler draft and serve, somebody above issues', () => {
    expect([handlers('document.draft'), who('document.draft')]).toEqual([['officer'], ['registrar']]);
    expect([handlers('document.issue'), who('document.issue')]).toEqual([[], ['section-head', 'leader']]);
    expect(handlers('document.record-service')).toEqual(['officer']);
    expect(who('document.record-service')).toEqual(['registrar']);
  });
  it('separation of duties: an auditor reads, sees no contact and changes nothing, whatever else the person is', () => {
    const everything = person(...ROLES.filter((role) => role !== 'administrator'));
    const allowed = ACTIONS.filter(
      (action) => authorise(everything, action, caseOf(HOME, 'assigned')).allowed,
    );
    expect(allowed.filter((action) => !/\.(read|list|calculate|status)/.test(action))).toEqual([]);
    expect(allowed).not.toContain('complaint.reveal-contact');
    expect(allowed).toContain('complaint.read-history');
  });
  it('separation of duties: an administrator never sees a case, whatever else the person is', () => {
    const allowed = ACTIONS.filter(
      (action) =>
        !['system', 'public'].includes(RIGHTS[action].about) &&
        authorise(person(...ROLES), action, caseOf(HOME, 'assigned')).allowed,
    );
    expect(allowed).toEqual([]);
    expect(authorise(person('administrator'), 'clock.move-evaluation').allowed).toBe(true);
  });
  it("tells who could do it, but says nothing about another office's case", () => {
    expect(authorise(person('officer'), 'document.issue', caseOf(HOME, 'assigned'))).toMatchObject({
      reason: 'role-lacks-right',
      rolesThatMay: ['section-head', 'leader'],
    });
  });
});
