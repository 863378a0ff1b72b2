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
import { attachmentToOpen, type RegisteredComplaint } from '../../../domain/index.js';
import { AttachEvidence, Cases } from '../../../use-cases/index.js';
import { CaseAnswers } from '../case-answers.js';
import { CaseEndpoint } from '../endpoint.js';
import { attachedBy, AttachedDto, AttachmentDto } from './attachment.dto.js';
import { AttachmentDelivery } from './delivery.js';
import { EvidenceIntake } from './intake.js';
import { AttachmentSettings } from './settings.js';

/** Files as evidence: attached, and given out again. */
@ApiTags('evidence')
@Controller('v1/complaints/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly endpoint: CaseEndpoint,
    private readonly answers: CaseAnswers,
    private readonly cases: Cases,
    private readonly intake: EvidenceIntake,
    private readonly settings: AttachmentSettings,
    private readonly delivery: AttachmentDelivery,
  ) {}

  /** `If-Match` may be left out: what is attached does not depend on what was read, and a file is long under way. */
  @Post()
  @TakesFile(AttachmentDto)
  @ApiOperation({ summary: 'Attach a file as evidence (G55)' })
  @Answers(201, AttachedDto, { description: 'Attached', etag: true })
  async attach(
    @UuidParam('id') id: string,
    @MayIfMatch() revision: number | undefined,
    @IdempotencyKey() key: string,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const action = 'attachment.add';
    // Asked before a byte of the file is read, and again when it is recorded.
    await this.read(id, action, request);
    return this.intake.receive(request, AttachmentDto, async ({ sent, about, content, file }) => {
      const done = await this.endpoint.perform(
        { id, revision, key, action, body: sent, request, reply },
        (asked) => new AttachEvidence(asked, { ...about, ...content }, file, this.settings.limits),
      );
      const attached = attachedBy(done.events);
      void reply.header('location', `/v1/complaints/${id}/attachments/${attached.attachmentId}`);
      return { ...this.answers.after(done, principalOf(request)), ...attached };
    });
  }

  @Get(':attachmentId')
  @ApiOperation({ summary: 'What is in a file, to be saved' })
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
    const state = await this.read(id, 'attachment.read', request);
    const { id: person } = principalOf(request);
    const attachment = attachmentToOpen(state, attachmentId, person, this.cases.now());
    if (isRefusal(attachment)) throw new RefusalError(attachment);
    await this.delivery.give(attachment, request, reply);
  }

  private async read(id: string, action: Action, request: SignedIn): Promise<RegisteredComplaint> {
    const answer = await this.cases.read(id, accessFor(principalOf(request), action));
    return 'denial' in answer ? throwDenied(answer.denial) : answer.loaded.state;
  }
}
