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
  type ActRoute,
  type AskedCommand,
  type DtoClass,
  type Possible,
} from '#platform/http';
import {
  possibleActions,
  type RESPONDENT_ACTIONS,
  type ComplaintEvent,
  type RegisteredComplaint,
} from '../../../domain/index.js';
import { Cases, type CaseOutcome, type CaseRequest, type InputOf } from '../../../use-cases/index.js';
import { actorOf } from '../case-answers.js';
import type { Done } from '../endpoint.js';
import {
  OperatorReplyDto,
  OperatorSettlementDto,
  RespondentAssignmentDto,
  RespondentInvestigationDto,
} from './bodies.dto.js';

export const OPERATOR_CASES_PATH = 'v1/operator/cases';

type RespondentAction = (typeof RESPONDENT_ACTIONS)[number];

/** How an act of the operator complained of is reached, and which right it needs. */
export interface OperatorCaseRoute<Body extends object = object> extends ActRoute<Body> {
  readonly right: Action;
}

/** Everything that the operator complained of can do: does not compile while an act has no route. */
export const OPERATOR_CASE_ROUTES = {
  AssignRespondent: {
    path: 'responsible',
    right: 'operator.assign-case',
    summary: 'Name who of the operator is responsible for the case (B05)',
    body: RespondentAssignmentDto,
  },
  RecordRespondentInvestigation: {
    path: 'investigations',
    right: 'operator.investigate-case',
    summary: "Record the operator's own investigation, by at least two people (B10)",
    body: RespondentInvestigationDto,
  },
  RecordReply: {
    path: 'reply',
    right: 'operator.reply',
    summary: 'Answer in writing, with the contents that the channel of the complaint requires (B08, A10)',
    body: OperatorReplyDto,
  },
  ReportSettlement: {
    path: 'settlement',
    right: 'operator.report-settlement',
    summary: "Report a settlement with the complainant, with the complainant's written opinion (B07)",
    body: OperatorSettlementDto,
  },
} as const satisfies {
  readonly [Type in Exclude<RespondentAction, 'AttachEvidence'>]: OperatorCaseRoute & {
    readonly body: DtoClass<InputOf<Type>>;
  };
};

/** Where each act is found; a file comes as a form, at an address of its own. */
const ADDRESSES: Readonly<Record<RespondentAction, Pick<OperatorCaseRoute, 'path' | 'right'>>> = {
  ...OPERATOR_CASE_ROUTES,
  AttachEvidence: { path: 'attachments', right: 'operator.attach-evidence' },
};

/** What every command of the operator complained of has. */
export interface Asked extends AskedCommand<SignedIn> {
  readonly id: string;
  readonly action: Action;
}

/** Events that the operator is told of; what else follows inside the office is the office's. */
const TOLD: readonly ComplaintEvent['type'][] = [
  'RespondentAssigned',
  'RespondentInvestigationRecorded',
  'RespondentReplied',
  'SettlementReported',
  'EvidenceAttached',
];

/** From an HTTP request of the operator complained of to a command, and from its outcome to the answer. */
@Injectable()
export class OperatorCaseEndpoint {
  constructor(
    private readonly commands: CommandBus,
    private readonly secret: HttpSecret,
    private readonly people: People,
    private readonly cases: Cases,
    private readonly problems: ProblemRegistry,
  ) {}

  /** Runs a command and answers with the new revision and what the operator can do now. */
  async run(asked: Asked, command: (request: CaseRequest) => Command<CaseOutcome>): Promise<object> {
    return this.after(asked, await this.perform(asked, command));
  }

  /** Runs a command; what came of it is for the caller to answer, with {@link after}. */
  async perform(asked: Asked, command: (request: CaseRequest) => Command<CaseOutcome>): Promise<Done> {
    const principal = principalOf(asked.request);
    const outcome = await this.commands.execute(
      command({
        ...commandKeysOf(asked, principal.id, this.secret),
        complaintId: asked.id,
        actor: actorOf(principal),
        access: accessFor(principal, asked.action),
        objection: this.people.objectionTo(asked.request.personsNamed ?? [], principal),
      }),
    );
    return done(outcome, asked.reply);
  }

  /** What a command answers: the case as it stands, and what the operator can do now. */
  after({ id, request }: Pick<Asked, 'id' | 'request'>, { state, revision, events }: Done): object {
    if (state.phase === 'unregistered') return { revision };
    return {
      id,
      number: state.registration.number,
      revision,
      phase: state.phase,
      events: events.map(({ type }) => type).filter((type) => TOLD.includes(type)),
      actions: allowedActions(this.possible(state, principalOf(request))),
    };
  }

  /** Every act of the operator, allowed or not; the rule and what to do instead stand with each refused one. */
  actions(state: RegisteredComplaint, principal: Principal): object[] {
    return everyAction(this.possible(state, principal), this.problems);
  }

  private possible(state: RegisteredComplaint, principal: Principal): Possible[] {
    const context = this.cases.context(actorOf(principal), this.cases.now(), state.registration.office);
    const rights = rightsOn(principal, this.cases.subjectOf(state));
    return possibleActions(state, context).map(({ action, refusal }) => {
      const { path, right } = ADDRESSES[action as RespondentAction];
      const href = `/${OPERATOR_CASES_PATH}/${state.registration.complaintId}/${path}`;
      return { action, href, refusal, lacking: rights(right) };
    });
  }
}
