import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import {
  accessFor,
  People,
  principalOf,
  rightsOn,
  type Action,
  type Principal,
  type SignedIn,
} from '#identity';
import {
  allowedActions,
  commandKeysOf,
  done,
  HttpSecret,
  everyAction,
  ProblemRegistry,
  type AskedCommand,
  type Possible,
} from '#platform/http';
import { v5 as uuidv5 } from 'uuid';
import { isReceived, possibleActs, type ReceivedComplaint } from '../../domain/index.js';
import {
  contextOf,
  DirectComplaints,
  subjectOf,
  type DirectOutcome,
  type DirectRequest,
} from '../../use-cases/index.js';
import { DIRECT_ROUTES } from './routes.js';

export const DIRECT_PATH = 'v1/operator/complaints';

/** Where each act is asked for, and which right it needs. */
const ROUTES = {
  ...DIRECT_ROUTES,
  DiscloseContact: { path: 'contact-disclosures', right: 'operator.reveal-contact' },
} as const;

/** What every command on a direct complaint has. */
export interface Asked extends AskedCommand<SignedIn> {
  readonly action: Action;
}

/** From an HTTP request to a command on a direct complaint, and from its outcome to the answer. */
@Injectable()
export class DirectEndpoint {
  constructor(
    private readonly commands: CommandBus,
    private readonly secret: HttpSecret,
    private readonly people: People,
    private readonly complaints: DirectComplaints,
    private readonly problems: ProblemRegistry,
  ) {}

  /** Runs a command and answers with the new revision and what can be done now. */
  async run(asked: Asked, command: (request: DirectRequest) => Command<DirectOutcome>): Promise<object> {
    const outcome = await this.commands.execute(command(this.requestOf(asked)));
    const { state, revision, events } = done(outcome, asked.reply);
    if (!isReceived(state)) return { revision };
    return {
      id: state.registration.complaintId,
      number: state.registration.number,
      revision,
      phase: state.phase,
      events: events.map(({ type }) => type),
      actions: allowedActions(this.possible(state, principalOf(asked.request))),
    };
  }

  /** Every act, allowed or not; the rule and what to do instead, in words, stand with each refused one. */
  actions(state: ReceivedComplaint, principal: Principal): object[] {
    return everyAction(this.possible(state, principal), this.problems);
  }

  private requestOf(asked: Asked): DirectRequest {
    const principal = principalOf(asked.request);
    const keys = commandKeysOf(asked, principal.id, this.secret);
    return {
      ...keys,
      id: asked.id ?? uuidv5('direct-complaint', keys.commandId),
      actor: actorOf(principal),
      access: accessFor(principal, asked.action),
      objection: this.people.objectionTo(asked.request.personsNamed ?? [], principal),
    };
  }

  private possible(state: ReceivedComplaint, principal: Principal): Possible[] {
    const context = contextOf(actorOf(principal), this.complaints.now());
    const rights = rightsOn(principal, subjectOf(state));
    return possibleActs(state, context).map(({ action, refusal }) => {
      const { path, right } = ROUTES[action];
      const href = `/${DIRECT_PATH}/${state.registration.complaintId}/${path}`;
      return { action, href, refusal, lacking: rights(right) };
    });
  }
}

function actorOf({ id, roles, operatorId }: Principal) {
  return { id, roles, operator: operatorId };
}
