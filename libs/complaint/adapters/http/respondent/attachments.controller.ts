import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { isRefusal } from '#kernel';
import { accessFor, principalOf, type Action, type SignedIn } from '#identity';
import {
  Answers,
  IdempotencyKey,
  MayIfMatch,
  RefusalError,
  TakesFile,
  throwDenied,
  UuidParam,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import { attachmentOfOperator, type RegisteredComplaint } from '../../../domain/index.js';
import { AttachEvidence, Cases } from '../../../use-cases/index.js';
import {
  attachedBy,
  AttachmentDelivery,
  AttachmentSettings,
  EvidenceIntake,
  OperatorAttachmentDto,
} from '../attachments/index.js';
import { OperatorAttachedDto } from './answers.dto.js';
import { OPERATOR_CASES_PATH, OperatorCaseEndpoint } from './endpoint.js';

/** Files that an operator brings to a case against it; it sees its own again. */
@ApiTags('operator-cases')
@Controller(`${OPERATOR_CASES_PATH}/:id/attachments`)
export class OperatorAttachmentsController {
  constructor(
    private readonly endpoint: OperatorCaseEndpoint,
    private readonly cases: Cases,
    private readonly intake: EvidenceIntake,
    private readonly settings: AttachmentSettings,
    private readonly delivery: AttachmentDelivery,
  ) {}

  /** `If-Match` may be left out: what is attached does not depend on what was read. */
  @Post()
  @TakesFile(OperatorAttachmentDto)
  @ApiOperation({ summary: "Attach a file, such as proof or the complainant's signed opinion (B07, B08)" })
  @Answers(201, OperatorAttachedDto, { description: 'Attached', etag: true })
  async attach(
    @UuidParam('id') id: string,
    @MayIfMatch() revision: number | undefined,
    @IdempotencyKey() key: string,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const action = 'operator.attach-evidence';
    // Asked before a byte of the file is read, and again when it is recorded.
    await this.read(id, action, request);
    return this.intake.receive(request, OperatorAttachmentDto, async ({ sent, about, content, file }) => {
      const asked = { id, revision, key, action, body: sent, request, reply } as const;
      const input = { ...about, ...content, submittedBy: 'respondent' } as const;
      const done = await this.endpoint.perform(
        asked,
        (of) => new AttachEvidence(of, input, file, this.settings.limits),
      );
      const attached = attachedBy(done.events);
      void reply.header('location', `/${OPERATOR_CASES_PATH}/${id}/attachments/${attached.attachmentId}`);
      return { ...this.endpoint.after(asked, done), ...attached };
    });
  }

  @Get(':attachmentId')
  @ApiOperation({ summary: 'What is in a file that the operator has attached, to be saved' })
  @ApiResponse({
    status: 200,
    description: 'The bytes as they were sent',
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  async download(
    @UuidParam('id') id: string,
    @UuidParam('attachmentId') attachmentId: string,
    @Req() request: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const state = await this.read(id, 'operator.read-attachment', request);
    const attachment = attachmentOfOperator(state, attachmentId, principalOf(request).operatorId);
    if (isRefusal(attachment)) throw new RefusalError(attachment);
    await this.delivery.give(attachment, request, reply);
  }

  private async read(id: string, action: Action, request: SignedIn): Promise<RegisteredComplaint> {
    const answer = await this.cases.read(id, accessFor(principalOf(request), action));
    return 'denial' in answer ? throwDenied(answer.denial) : answer.loaded.state;
  }
}
