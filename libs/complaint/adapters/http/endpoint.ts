import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { accessFor, principalOf, type Action, type SignedIn } from '#identity';
import { commandKeysOf, done, HttpSecret, type AskedCommand } from '#platform/http';
import { v5 as uuidv5 } from 'uuid';
import type { CaseOutcome, CaseRequest } from '../../use-cases/index.js';
import { actorOf, CaseAnswers } from './case-answers.js';

/** What every command on a case has. */
export interface Asked extends AskedCommand<SignedIn> {
  readonly action: Action;
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
    const outcome = await this.commands.execute(command(this.requestOf(asked)));
    return this.answers.after(done(outcome, asked.reply), principalOf(asked.request));
  }

  private requestOf(asked: Asked): CaseRequest {
    const principal = principalOf(asked.request);
    const keys = commandKeysOf(asked, principal.id, this.secret);
    return {
      ...keys,
      complaintId: asked.id ?? uuidv5('complaint', keys.commandId),
      actor: actorOf(principal),
      access: accessFor(principal, asked.action),
    };
  }
}
