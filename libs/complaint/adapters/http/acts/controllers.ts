import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Command } from '@nestjs/cqrs';
import type { SignedIn } from '#identity';
import { addAct, type ActRequest } from '#platform/http';
import { CarryOut, IssueDocument, type CaseOutcome, type CaseRequest } from '../../../use-cases/index.js';
import { CaseCommand } from '../case-command.js';
import { CaseEndpoint } from '../endpoint.js';
import { CASE_ROUTES } from './index.js';
import type { CaseRoute } from './route.js';

type RouteName = keyof typeof CASE_ROUTES;

/** One controller for each group of acts in the interface description. */
export const ACT_CONTROLLERS: readonly Type<object>[] = [
  ...Map.groupBy(Object.entries(CASE_ROUTES) as [RouteName, CaseRoute][], ([, { tag }]) => tag),
].map(([tag, routes]) => controllerOf(tag, routes));

function controllerOf(tag: string, routes: readonly [RouteName, CaseRoute][]): Type<object> {
  @ApiTags(tag)
  @Controller('v1/complaints/:id')
  class ActController {
    constructor(readonly endpoint: CaseEndpoint) {}
  }
  // Its name stands in the ids of the operations: `Procedure_beginReview`.
  Object.defineProperty(ActController, 'name', { value: `${capital(tag)}Controller` });
  for (const [type, route] of routes) {
    const document = CaseCommand(route.summary, route.status);
    addAct(ActController, small(type), route, document, function (asked) {
      const { right: action } = route;
      const request = asked.request as SignedIn;
      return this.endpoint.run({ ...asked, request, action }, (of) => commandOf(type, of, asked));
    });
  }
  return ActController;
}

function commandOf(type: RouteName, request: CaseRequest, asked: ActRequest): Command<CaseOutcome> {
  return type === 'IssueDocument'
    ? new IssueDocument(request, asked.parameters.documentId ?? '')
    : new CarryOut(request, type, asked.input);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
