import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { CommandBody, IdempotencyKey, IfMatch, NoFields, toInstant, UuidParam } from '#platform/http';
import type { FastifyReply } from 'fastify';
import { DraftDocument, IssueDocument, RecordService, SendDocument } from '../../use-cases/index.js';
import { CaseCommand } from './case-command.js';
import { DispatchDto, DraftDto, ServiceDto } from './documents.dto.js';
import { CaseEndpoint, type Asked } from './endpoint.js';

/** The life of a document: drafted, issued, sent, served. */
@ApiTags('documents')
@Controller('v1/complaints/:id/documents')
export class DocumentsController {
  constructor(private readonly endpoint: CaseEndpoint) {}

  @Post()
  @CaseCommand('Draw a document up from the facts of the case', 201)
  draft(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(DraftDto) body: DraftDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'document.draft', body, request, reply };
    return this.endpoint.run(asked, (request) => new DraftDocument(request, body));
  }

  @Post(':documentId/issue')
  @CaseCommand('Issue it: it gets its number')
  issue(
    @UuidParam('id') id: string,
    @UuidParam('documentId') documentId: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(NoFields) body: NoFields,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'document.issue', body, request, reply };
    return this.endpoint.run(asked, (request) => new IssueDocument(request, documentId));
  }

  @Post(':documentId/dispatch')
  @CaseCommand('Record that it was posted or handed over')
  dispatch(
    @UuidParam('id') id: string,
    @UuidParam('documentId') documentId: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(DispatchDto) body: DispatchDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'document.record-service', body, request, reply };
    return this.endpoint.run(
      asked,
      (request) =>
        new SendDocument(request, { documentId, method: body.method, sentAt: instant(body.sentAt) }),
    );
  }

  @Post(':documentId/service')
  @CaseCommand('Record its service (送达回证)')
  serve(
    @UuidParam('id') id: string,
    @UuidParam('documentId') documentId: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(ServiceDto) body: ServiceDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'document.record-service', body, request, reply };
    return this.endpoint.run(
      asked,
      (request) => new RecordService(request, { ...body, documentId, servedAt: toInstant(body.servedAt) }),
    );
  }
}

function instant(text?: string): string | undefined {
  return text === undefined ? undefined : toInstant(text);
}
