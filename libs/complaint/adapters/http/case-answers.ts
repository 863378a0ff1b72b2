import { Injectable } from '@nestjs/common';
import { authorise, type Action, type Principal } from '#identity';
import { ProblemRegistry } from '#platform/http';
import {
  possibleActions,
  type Complaint,
  type CaseCommandType,
  type ComplaintEvent,
  type PossibleAction,
  type RegisteredComplaint,
} from '../../domain/index.js';
import { Cases, subjectOf } from '../../use-cases/index.js';
import { CASE_ROUTES } from './acts/index.js';

/** Where each action of the domain is asked for, and which right it needs. */
const ROUTES: Readonly<
  Record<Exclude<CaseCommandType, 'RingClock'>, { readonly path: string; readonly right: Action }>
> = {
  ...CASE_ROUTES,
  DiscloseContact: { path: 'contact-disclosures', right: 'complaint.reveal-contact' },
};

/** What a command answers, and what a person may do with a case now. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly cases: Cases,
    private readonly problems: ProblemRegistry,
  ) {}

  /**
   * The state after a command. A refused action carries code, rules and facts only; the words to them stand at
   * `GET /v1/complaints/{id}/actions` and `GET /problems/{code}`, and would be most of the answer.
   */
  after(
    done: {
      readonly state: Complaint;
      readonly revision: number;
      readonly events: readonly ComplaintEvent[];
    },
    principal: Principal,
  ): object {
    const { state, revision, events } = done;
    if (state.phase === 'unregistered') return { revision };
    return {
      id: state.registration.complaintId,
      number: state.registration.number,
      revision,
      phase: state.phase,
      events: events.map(({ type }) => type),
      actions: this.answered(state, principal, bare),
    };
  }

  /** Every action, allowed or not; the rule and what to do instead, in words, stand with each refused one. */
  actions(state: RegisteredComplaint, principal: Principal): object[] {
    return this.answered(state, principal, (reason) => this.inWords(reason));
  }

  private answered(
    state: RegisteredComplaint,
    principal: Principal,
    tell: (reason: Reason) => object,
  ): object[] {
    const actor = { id: principal.id, roles: principal.roles, office: principal.officeId };
    const context = this.cases.context(actor, this.cases.now());
    const rights = rightsOf(principal, state);
    return possibleActions(state, context).map((possible) => {
      const route = ROUTES[possible.action as keyof typeof ROUTES];
      const { action, documentId, documentKind, parameters = documentId ? { documentId } : {} } = possible;
      const about = {
        action,
        ...(documentId ? { documentId } : {}),
        ...(documentKind ? { documentKind } : {}),
        ...(documentId ? {} : parameters),
        method: 'POST',
        href: `/v1/complaints/${state.registration.complaintId}/${inAddress(route.path, parameters)}`,
      };
      const reason = possible.refusal ? refusedFor(possible.refusal) : rights(route.right);
      return reason ? { ...about, allowed: false, reason: tell(reason) } : { ...about, allowed: true };
    });
  }

  private inWords({ code, rules, facts }: Reason): object {
    const sheet = this.problems.sheet(code);
    return { code, title: sheet?.title, remedy: sheet?.remedy, rules, facts };
  }
}

/** The address with its parameters filled in. */
function inAddress(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => parameters[name] ?? '');
}

/** Why an action is refused: the problem's code, the rules it rests on, and what was found. */
interface Reason {
  readonly code: string;
  readonly rules: readonly string[];
  readonly facts: object;
}

function bare({ code, rules, facts }: Reason): object {
  return { code, rules, facts };
}

function refusedFor({ refused, rules, facts }: NonNullable<PossibleAction['refusal']>): Reason {
  return { code: refused, rules, facts };
}

/** What the person lacks for an action, if he does; each right is looked up once. */
function rightsOf(principal: Principal, state: RegisteredComplaint): (right: Action) => Reason | null {
  const subject = subjectOf(state);
  const known = new Map<Action, Reason | null>();
  return (right) => {
    let answer = known.get(right);
    if (answer === undefined) {
      answer = lacking(authorise(principal, right, subject));
      known.set(right, answer);
    }
    return answer;
  };
}

function lacking(answer: ReturnType<typeof authorise>): Reason | null {
  if (answer.allowed) return null;
  return {
    code: 'forbidden',
    rules: [],
    facts: { reason: answer.reason, rolesThatMay: [...answer.rolesThatMay] },
  };
}
