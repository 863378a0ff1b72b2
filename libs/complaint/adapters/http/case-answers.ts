import { Injectable } from '@nestjs/common';
import { authorise, type Action, type Principal } from '#identity';
import { ProblemRegistry } from '#platform/http';
import {
  isDecided,
  possibleActions,
  type Complaint,
  type ComplaintCommandType,
  type ComplaintEvent,
  type PossibleAction,
  type RegisteredComplaint,
} from '../../domain/index.js';
import { Cases } from '../../use-cases/index.js';

/** How each action of the domain is asked for over HTTP, and which right it needs. */
export const ROUTES: Readonly<
  Record<Exclude<ComplaintCommandType, 'RegisterComplaint' | 'RingClock'>, { path: string; right: Action }>
> = {
  BeginReview: { path: 'review-start', right: 'complaint.begin-review' },
  RequestSupplement: { path: 'supplement-requests', right: 'complaint.request-supplement' },
  ReceiveSupplement: { path: 'supplements', right: 'complaint.receive-supplement' },
  CompleteReview: { path: 'preliminary-review', right: 'complaint.complete-review' },
  ReturnReview: { path: 'review-return', right: 'complaint.return-review' },
  DecideAcceptance: { path: 'acceptance-decision', right: 'complaint.decide-acceptance' },
  AssignHandlers: { path: 'handlers', right: 'complaint.assign-handlers' },
  RequestFiling: { path: 'filing-request', right: 'complaint.request-filing' },
  ApproveFiling: { path: 'filing-approval', right: 'complaint.approve-filing' },
  DraftDocument: { path: 'documents', right: 'document.draft' },
  IssueDocument: { path: 'documents/{documentId}/issue', right: 'document.issue' },
  SendDocument: { path: 'documents/{documentId}/dispatch', right: 'document.record-service' },
  RecordService: { path: 'documents/{documentId}/service', right: 'document.record-service' },
  RecordReply: { path: 'reply', right: 'complaint.record-reply' },
  DiscloseContact: { path: 'contact-disclosures', right: 'complaint.reveal-contact' },
  RecordReferralReport: { path: 'referral-report', right: 'complaint.record-referral-report' },
  RecordTransferResult: { path: 'transfer-result', right: 'complaint.record-transfer-result' },
};

/** What a command answers, and what a person may do with a case now. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly cases: Cases,
    private readonly problems: ProblemRegistry,
  ) {}

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
      actions: this.actions(state, principal),
    };
  }

  /** Every action, allowed or not; the rule and what to do instead stand with each refused one. */
  actions(state: RegisteredComplaint, principal: Principal): object[] {
    const actor = { id: principal.id, roles: principal.roles, office: principal.officeId };
    const context = this.cases.context(actor, this.cases.now());
    return possibleActions(state, context).map((action) => this.action(action, state, principal));
  }

  private action(possible: PossibleAction, state: RegisteredComplaint, principal: Principal): object {
    const { action, documentId, documentKind, refusal } = possible;
    const route = ROUTES[action as keyof typeof ROUTES];
    const path = route.path.replace('{documentId}', documentId ?? '');
    const about = {
      action,
      ...(documentId ? { documentId } : {}),
      ...(documentKind ? { documentKind } : {}),
      method: 'POST',
      href: `/v1/complaints/${state.registration.complaintId}/${path}`,
    };
    const right = authorise(principal, route.right, {
      officeId: state.registration.office,
      registeredBy: state.registration.registeredBy,
      handlers: isDecided(state) ? state.handlers : [],
    });
    if (refusal)
      return { ...about, allowed: false, reason: this.reason(refusal.refused, refusal.rules, refusal.facts) };
    if (!right.allowed) {
      return {
        ...about,
        allowed: false,
        reason: this.reason('forbidden', [], { reason: right.reason, rolesThatMay: [...right.rolesThatMay] }),
      };
    }
    return { ...about, allowed: true };
  }

  private reason(code: string, rules: readonly string[], facts: object): object {
    const sheet = this.problems.sheet(code);
    return { code, title: sheet?.title, remedy: sheet?.remedy, rules, facts };
  }
}
