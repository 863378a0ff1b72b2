import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  authorise,
  isDenial,
  listScope,
  operatorScope,
  type CaseSubject,
  type ListAction,
} from './authorise.js';
import type { Principal } from './principal.js';
import type { Cell } from './right.js';
import { ACTIONS, RIGHTS, type Action } from './rights-matrix.js';
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

const grants = (cell: Cell, relation: Relation): boolean =>
  cell === 'office' || cell === 'office+sub' || cell === relation;
const reachesBelow = (cell: Cell): boolean => cell === 'sub' || cell === 'office+sub';

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
          expect(answer).toEqual({ allowed: true, scope: cell.startsWith('office') ? 'office' : 'own' });
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
    const sees = reachesBelow(RIGHTS['complaint.read'].cells[role]);
    const may = reachesBelow(cell);
    it(`${role}, ${action} (${cell}): an office below → ${may ? 'yes' : sees ? '403' : '404'}`, () => {
      const answer = authorise(person(role), action, {
        ...caseOf('shiqiao', 'assigned'),
        superiors: ['gucheng', HOME],
      });
      if (may) expect(answer).toEqual({ allowed: true, scope: 'sub' });
      else if (sees) expect(answer).toMatchObject({ kind: 'forbidden' });
      else expect(answer).toMatchObject({ kind: 'not-visible', rolesThatMay: [] });
    });
    it(`${role}, ${action}: which case was not said → 403`, () => {
      expect(authorise(person(role), action)).toMatchObject({ allowed: false, reason: 'no-case-given' });
    });
  }
});

/** Somebody of an operator. */
const ofOperator = (...roles: readonly Role[]): Principal => ({
  ...person(...roles),
  officeId: '',
  operatorId: HOME,
});
/** A case of an office against an operator, served on it. */
const against = (operatorId: string | null): CaseSubject => ({ ...caseOf(HOME, 'neither'), operatorId });

describe('a case of others in which the person has a call to make (H01, H02)', () => {
  const calling = { ...caseOf(HOME, 'neither'), callers: [ME] };
  for (const { action, role, cell } of cells.filter((one) => one.about === 'case')) {
    const yes =
      cell.startsWith('office') || (RIGHTS[action].callers && ['assigned', 'registered'].includes(cell));
    it(`${role}, ${action} (${cell}) → ${yes ? 'yes' : '403'}`, () => {
      expect(authorise(person(role), action, calling).allowed).toBe(yes ?? false);
    });
  }

  it('is read, called about and nothing else', () => {
    const opened = ACTIONS.filter(
      (action) =>
        authorise(person('officer'), action, calling).allowed &&
        !authorise(person('officer'), action, caseOf(HOME, 'neither')).allowed,
    );
    expect(opened).toEqual([
      'complaint.read',
      'complaint.read-clocks',
      'complaint.reveal-contact',
      'callback.promise',
      'callback.make',
    ]);
  });
});

describe('every cell about a case of an operator', () => {
  for (const { action, role, cell } of cells.filter((one) => one.about === 'operator-case')) {
    const yes = cell === 'operator';
    it(`${role}, ${action} (${cell}): own operator → ${yes ? 'yes' : '403'}`, () => {
      for (const subject of [{ operatorId: HOME }, against(HOME)]) {
        const answer = authorise(ofOperator(role), action, subject);
        if (yes) expect(answer).toEqual({ allowed: true, scope: 'operator' });
        else expect(answer).toMatchObject({ allowed: false, kind: 'forbidden' });
      }
      expect(authorise(ofOperator(role), action)).toMatchObject({ allowed: false, reason: 'no-case-given' });
    });
    it(`${role}, ${action}: another operator's, not served yet, or asked by an office → 404`, () => {
      const hidden = { allowed: false, kind: 'not-visible', reason: 'other-operator', rolesThatMay: [] };
      for (const subject of [
        { operatorId: 'tianji' },
        against('tianji'),
        against(null),
        caseOf(HOME, 'assigned'),
      ])
        expect(authorise(ofOperator(role), action, subject)).toEqual(hidden);
      for (const subject of [{ operatorId: HOME }, against(HOME)])
        expect(authorise(person(role), action, subject)).toEqual(hidden);
    });
  }
});

describe('people of an operator, and what belongs to an office', () => {
  for (const { action, role, about } of cells.filter((one) => ['case', 'office'].includes(one.about))) {
    it(`${role} of an operator, ${action} → ${about === 'case' ? 404 : 403}`, () => {
      const kind = about === 'case' ? 'not-visible' : 'forbidden';
      for (const subject of [against(HOME), { operatorId: HOME }])
        expect(authorise(ofOperator(role), action, subject)).toMatchObject({ allowed: false, kind });
    });
  }
  for (const { action, role } of cells.filter((one) => one.about === 'operator')) {
    it(`${role} of an office, ${action} → 403`, () => {
      expect(authorise(person(role), action)).toMatchObject({ allowed: false, kind: 'forbidden' });
    });
  }
});

describe('every cell not about a case', () => {
  for (const { action, role, cell, about } of cells.filter((one) => !one.about.endsWith('case'))) {
    const yes = about === 'public' || !['none', 'never'].includes(cell);
    it(`${role}, ${action} (${cell}) → ${yes ? 'yes' : '403'}`, () => {
      const who = about === 'operator' ? ofOperator(role) : person(role);
      expect(authorise(who, action).allowed).toBe(yes);
    });
  }
});

describe('lists', () => {
  const lists: readonly ListAction[] = [
    'complaint.list',
    'deadline.list',
    'worklist.read',
    'callback.list',
    'escalation.list',
    'report.list-timers',
  ];
  const filters: Partial<Record<Cell, object>> = {
    office: { officeId: HOME, person: ME },
    'office+sub': { officeId: HOME, person: ME },
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

  for (const action of lists) {
    for (const role of ROLES) {
      const may = reachesBelow(RIGHTS[action].cells[role]);
      it(`${role}, ${action}: asked of an office below → ${may ? 'its rows' : 'nothing'}`, () => {
        const scope = listScope(person(role), action, { officeId: 'shiqiao', superiors: [HOME] });
        if (may) expect(scope).toEqual({ officeId: 'shiqiao', person: ME });
        else expect(isDenial(scope)).toBe(true);
      });
      it(`${role}, ${action}: asked of an office that is not below → nothing`, () => {
        const scope = listScope(person(role), action, { officeId: 'linhai', superiors: ['yunling'] });
        expect(isDenial(scope)).toBe(true);
      });
    }
  }

  for (const role of ROLES) {
    const cell = RIGHTS['operator.list'].cells[role];
    it(`${role}, operator.list (${cell}): the own operator, and no other`, () => {
      const scope = operatorScope(ofOperator(role), 'operator.list');
      if (cell === 'operator') expect(scope).toEqual({ operatorId: HOME });
      else expect(isDenial(scope)).toBe(true);
      expect(isDenial(operatorScope(person(role), 'operator.list'))).toBe(true);
      expect(isDenial(operatorScope(null, 'operator.list'))).toBe(true);
    });
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
    operatorId: fc.constantFrom(HOME, 'tianji', null),
    relation: fc.constantFrom<Relation>('assigned', 'registered', 'neither'),
    who: fc.constantFrom(person, ofOperator),
  });

  it('never grant what no single role grants, and always what one grants and none rules out', () => {
    fc.assert(
      fc.property(roleSets, questions, (roles, { action, officeId, operatorId, relation, who }) => {
        const subject = { ...caseOf(officeId, relation), operatorId };
        const together = authorise(who(...roles), action, subject).allowed;
        const single = roles.some((role) => authorise(who(role), action, subject).allowed);
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

  it('G62: grant nothing in a case of a lower office either, from which the person stands aside', () => {
    fc.assert(
      fc.property(roleSets, (roles) => {
        const subject = { ...caseOf('shiqiao', 'neither'), superiors: [HOME], recused: [ME] };
        expect(authorise(person(...roles), 'complaint.read', subject).allowed).toBe(false);
      }),
    );
  });

  it('grow by nothing from roles that do not exist', () => {
    const unknown = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'LEADER', 'leader '));
    fc.assert(
      fc.property(roleSets, fc.array(unknown), questions, (roles, strange, question) => {
        const { action, officeId, operatorId, relation, who } = question;
        const added = strange.filter((role) => !(ROLES as readonly string[]).includes(role)) as Role[];
        const subject = { ...caseOf(officeId, relation), operatorId };
        expect(authorise(who(...roles, ...added), action, subject)).toEqual(
          authorise(who(...roles), action, subject),
        );
      }),
    );
  });
});

describe('nobody in particular', () => {
  it('may do what is public, and nothing else', () => {
    const allowed = ACTIONS.filter((action) => authorise(null, action, caseOf(HOME, 'assigned')).allowed);
    expect(allowed).toEqual(['quarterly-report.read-published', 'deadline.calculate', 'calendar.read']);
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
    const withOperator = ACTIONS.filter(
      (action) =>
        !['system', 'public'].includes(RIGHTS[action].about) &&
        authorise(ofOperator(...ROLES), action, against(HOME)).allowed,
    );
    expect(withOperator).toEqual([]);
    expect(authorise(person('administrator'), 'clock.move-evaluation').allowed).toBe(true);
  });
  it('B05, A16: who is responsible, and whether a file is destroyed, is for the manager of the operator to say', () => {
    const only = (action: Action) => ROLES.filter((role) => RIGHTS[action].cells[role] === 'operator');
    expect(only('operator.assign')).toEqual(['operator-manager']);
    expect(only('operator.decide-destruction')).toEqual(['operator-manager']);
    expect(only('operator.investigate')).toEqual(['operator', 'operator-manager']);
  });
  it('H01, H16: calls are assigned by the section head or the leader; only the leader declines a reopening', () => {
    for (const action of ['callback.require', 'callback.assign', 'callback.cancel'] as const) {
      expect([who(action), handlers(action)]).toEqual([['section-head', 'leader'], []]);
    }
    expect(who('callback.decline-reopening')).toEqual(['leader']);
    expect([who('callback.make'), handlers('callback.make')]).toEqual([
      ['registrar', 'section-head'],
      ['officer'],
    ]);
  });
  it("tells who could do it, but says nothing about another office's case", () => {
    expect(authorise(person('officer'), 'document.issue', caseOf(HOME, 'assigned'))).toMatchObject({
      reason: 'role-lacks-right',
      rolesThatMay: ['section-head', 'leader'],
    });
  });
});
