import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { accessFor, People, principalOf, type Action, type SignedIn } from '#identity';
import { commandKeysOf, done, HttpSecret, type AskedCommand } from '#platform/http';
import { v5 as uuidv5 } from 'uuid';
import type { CaseOutcome, CaseRequest } from '../../use-cases/index.js';
import { actorOf, CaseAnswers } from './case-answers.js';

/** What every command on a case has. */
export interface Asked extends AskedCommand<SignedIn> {
  readonly action: Action;
}

/** What a command that was carried out did. */
export type Done = Extract<CaseOutcome, { readonly outcome: 'done' }>;

/** From an HTTP request to a command, and from its outcome to the answer. */
@Injectable()
export class CaseEndpoint {
  constructor(
    private readonly commands: CommandBus,
    private readonly secret: HttpSecret,
    private readonly people: People,
    private readonly answers: CaseAnswers,
  ) {}

  /** Runs a command and answers with the case's new revision and what can be done now. */
  async run(asked: Asked, command: (request: CaseRequest) => Command<CaseOutcome>): Promise<object> {
    const done = await this.perform(asked, command);
    return this.answers.after(done, principalOf(asked.request));
  }

  /** Runs a command and tells what it did; the headers that every command answers with are set. */
  async perform(asked: Asked, command: (request: CaseRequest) => Command<CaseOutcome>): Promise<Done> {
    return done(await this.commands.execute(command(this.requestOf(asked))), asked.reply);
  }

  private requestOf(asked: Asked): CaseRequest {
    const principal = principalOf(asked.request);
    const keys = commandKeysOf(asked, principal.id, this.secret);
    return {
      ...keys,
      complaintId: asked.id ?? uuidv5('complaint', keys.commandId),
      actor: actorOf(principal),
      access: accessFor(principal, asked.action),
      objection: this.people.objectionTo(asked.request.personsNamed ?? [], principal),
    };
  }
}
