import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { JsonValue } from '#kernel';
import { authorise, principalOf, type Action, type Principal, type SignedIn } from '#identity';
import {
  commandIdOf,
  ConflictError,
  HttpSecret,
  markReplayed,
  ProblemError,
  RefusalError,
  requestFingerprint,
  setEtag,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import type { Access, CaseOutcome, CaseRequest, Denial } from '../../use-cases/index.js';
import { CaseAnswers } from './case-answers.js';

/** What every command over HTTP has. */
export interface Asked {
  /** Absent on registration, where the id comes from the command. */
  readonly id?: string;
  readonly revision?: number;
  readonly key: string;
  readonly action: Action;
  readonly body: object;
  readonly request: SignedIn;
  readonly reply: FastifyReply;
}

/** A person's right to one action, asked of a case as it is found. */
export function accessFor(principal: Principal, action: Action): Access {
  return (subject) => {
    const answer = authorise(principal, action, subject);
    return answer.allowed ? null : { kind: answer.kind, reason: answer.reason };
  };
}

/** Turns a denial into its answer: a case of another office is not there. */
export function throwDenied(denial: Denial): never {
  throw denial.kind === 'not-visible'
    ? new ProblemError('not-found')
    : new ProblemError('forbidden', { facts: { reason: denial.reason } });
}

/** From an HTTP request to a command, and from its outcome to the answer. */
@Injectable()
export class CaseEndpoint {
  constructor(
    private readonly commands: CommandBus,
    private readonly secret: HttpSecret,
    private readonly answers: CaseAnswers,
  ) {}

  /** Runs a command and answers with the case's new revision and what can be done now. */
  async run(asked: Asked, command: (request: CaseRequest) => Command<CaseOutcome>): Promise<object> {
    const request = this.requestOf(asked);
    const outcome = await this.commands.execute(command(request));
    return this.answer(outcome, asked);
  }

  private requestOf({ id, revision, key, action, body, request }: Asked): CaseRequest {
    const principal = principalOf(request);
    const path = request.url.split('?', 1)[0] ?? '';
    const identity = { actorId: principal.id, method: request.method, path };
    const commandId = commandIdOf(identity, key);
    return {
      complaintId: id ?? uuidv5('complaint', commandId),
      actor: { id: principal.id, roles: principal.roles, office: principal.officeId },
      access: accessFor(principal, action),
      commandId,
      fingerprint: requestFingerprint(identity, body as JsonValue, this.secret.value),
      expectedRevision: revision,
    };
  }

  private answer(outcome: CaseOutcome, { request, reply }: Asked): object {
    switch (outcome.outcome) {
      case 'denied':
        return throwDenied(outcome.denial);
      case 'refused':
        throw new RefusalError(outcome.refusal);
      case 'conflict':
        throw new ConflictError(outcome.actualRevision);
      case 'key-reused':
        throw new ProblemError('idempotency-key-reused');
      case 'done':
        setEtag(reply, outcome.revision);
        if (outcome.replayed) markReplayed(reply);
        return this.answers.after(outcome, principalOf(request));
    }
  }
}
