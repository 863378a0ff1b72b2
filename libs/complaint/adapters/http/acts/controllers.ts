import type { Type } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import type { SignedIn } from '#identity';
import { actController, type ActRequest } from '#platform/http';
import {
  ApproveDestruction,
  ArchiveCase,
  CarryOut,
  CorrectRecord,
  IssueDocument,
  LinkComplaint,
  LinkComplaints,
  type LinkInput,
  type LinksInput,
  type CaseOutcome,
  type CaseRequest,
} from '../../../use-cases/index.js';
import { CaseCommand } from '../case-command.js';
import { CaseEndpoint } from '../endpoint.js';
import { correctionOf, type RecordCorrectionDto } from './corrections.js';
import { CASE_ROUTES } from './index.js';
import type { CaseRoute } from './route.js';

type RouteName = keyof typeof CASE_ROUTES;

/** One controller for each group of acts in the interface description. */
export const ACT_CONTROLLERS: readonly Type<object>[] = [
  ...Map.groupBy(Object.entries(CASE_ROUTES) as [RouteName, CaseRoute][], ([, { tag }]) => tag),
].map(([tag, routes]) =>
  actController({
    tag,
    path: 'v1/complaints/:id',
    endpoint: CaseEndpoint,
    routes,
    document: ({ summary, status }) => CaseCommand(summary, status),
    run: (endpoint, type, { right: action }, asked) => {
      const request = asked.request as SignedIn;
      return endpoint.run({ ...asked, request, action }, (of) => commandOf(type as RouteName, of, asked));
    },
  }),
);

function commandOf(type: RouteName, request: CaseRequest, asked: ActRequest): Command<CaseOutcome> {
  switch (type) {
    case 'IssueDocument':
      return new IssueDocument(request, asked.parameters.documentId ?? '');
    case 'ArchiveCase':
      return new ArchiveCase(request, asked.input);
    case 'CorrectRecord':
      return new CorrectRecord(request, correctionOf(asked.input as RecordCorrectionDto));
    case 'LinkComplaint':
      return new LinkComplaint(request, asked.input as LinkInput);
    case 'LinkComplaints':
      return new LinkComplaints(request, asked.input as LinksInput);
    case 'ApproveDestruction':
      return new ApproveDestruction(request);
    default:
      return new CarryOut(request, type, asked.input);
  }
}
