import { Injectable } from '@nestjs/common';
import { rightsOn, type Action, type Principal } from '#identity';
import { allowedActions, everyAction, ProblemRegistry, type Possible } from '#platform/http';
import {
  possibleActions,
  type Actor,
  type CaseCommandType,
  type Complaint,
  type NoteCommands,
  type ComplaintEvent,
  type OfRespondentCommands,
  type RegisteredComplaint,
} from '../../domain/index.js';
import { Cases } from '../../use-cases/index.js';
import { CASE_ROUTES } from './acts/index.js';

/** Where each action of the domain is asked for, and which right it needs. */
const ROUTES: Readonly<
  Record<
    Exclude<
      CaseCommandType,
      'RecordDestruction' | 'RingClock' | 'RescheduleClocks' | keyof NoteCommands | keyof OfRespondentCommands
    >,
    { readonly path: string; readonly right: Action }
  >
> = {
  ...CASE_ROUTES,
  AttachEvidence: { path: 'attachments', right: 'attachment.add' },
  DiscloseContact: { path: 'contact-disclosures', right: 'complaint.reveal-contact' },
};

/** What a command answers, and what a person may do with a case now. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly cases: Cases,
    private readonly problems: ProblemRegistry,
  ) {}

  /** The state after a command, and what can be done next; why the rest cannot stands at `GET /v1/complaints/{id}/actions`. */
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
      actions: allowedActions(this.possible(state, principal)),
    };
  }

  /** Every action, allowed or not; the rule and what to do instead, in words, stand with each refused one. */
  actions(state: RegisteredComplaint, principal: Principal): object[] {
    return everyAction(this.possible(state, principal), this.problems);
  }

  private possible(state: RegisteredComplaint, principal: Principal): Possible[] {
    const { office } = state.registration;
    const context = this.cases.context(actorOf(principal), this.cases.now(), office);
    const rights = rightsOn(principal, this.cases.subjectOf(state));
    return possibleActions(state, context).map((possible) => {
      const { action, documentId, documentKind, about: subject, addressee, refusal } = possible;
      const { parameters = documentId ? { documentId } : {} } = possible;
      const route = ROUTES[action as keyof typeof ROUTES];
      const about = {
        ...parameters,
        ...(documentKind ? { documentKind } : {}),
        ...(subject ? { about: subject } : {}),
        ...(addressee ? { addressee } : {}),
      };
      const href = `/v1/complaints/${state.registration.complaintId}/${inAddress(route.path, parameters)}`;
      return { action, href, about, refusal, lacking: rights(route.right) };
    });
  }
}

/** The address with its parameters filled in. */
function inAddress(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => parameters[name] ?? '');
}

/** Who acts, as the domain knows it. */
export function actorOf({ id, roles, officeId, operatorId }: Principal): Actor {
  return operatorId === undefined ? { id, roles, office: officeId } : { id, roles, operator: operatorId };
}
