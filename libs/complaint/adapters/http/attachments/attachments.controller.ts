import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { principalOf, type SignedIn } from '#identity';
import { Answers, IdempotencyKey, MayIfMatch, TakesFile, UuidParam } from '#platform/http';
import type { FastifyReply } from 'fastify';
import { attachmentToOpen } from '../../../domain/index.js';
import { Cases } from '../../../use-cases/index.js';
import { CaseAnswers } from '../case-answers.js';
import { CaseEndpoint } from '../endpoint.js';
import { readCase } from '../read-case.js';
import { AttachedDto, AttachmentDto } from './attachment.dto.js';
import { AttachmentDelivery, GivesFile } from './delivery.js';
import { EvidenceIntake } from './intake.js';

/** Files as evidence: attached, and given out again. */
@ApiTags('evidence')
@Controller('v1/complaints/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly endpoint: CaseEndpoint,
    private readonly answers: CaseAnswers,
    private readonly cases: Cases,
    private readonly intake: EvidenceIntake,
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
    const path = `/v1/complaints/${id}/attachments`;
    const asked = { id, revision, key, action: 'attachment.add', request, reply, path } as const;
    const { done, file } = await this.intake.attach(asked, AttachmentDto, (about) => about, this.endpoint);
    return { ...this.answers.after(done, principalOf(request)), ...file };
  }

  @GivesFile('What is in a file, to be saved')
  async download(
    @UuidParam('id') id: string,
    @UuidParam('attachmentId') attachmentId: string,
    @Req() request: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { state } = await readCase(this.cases, id, 'attachment.read', request);
    const { id: person } = principalOf(request);
    const attachment = attachmentToOpen(state, attachmentId, person, this.cases.now());
    await this.delivery.give(attachment, request, reply);
  }
}
