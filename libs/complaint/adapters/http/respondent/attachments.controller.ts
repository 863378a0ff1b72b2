import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { principalOf, type SignedIn } from '#identity';
import { Answers, IdempotencyKey, MayIfMatch, TakesFile, UuidParam } from '#platform/http';
import type { FastifyReply } from 'fastify';
import { attachmentOfOperator } from '../../../domain/index.js';
import { Cases } from '../../../use-cases/index.js';
import {
  AttachmentDelivery,
  EvidenceIntake,
  GivesFile,
  OperatorAttachmentDto,
} from '../attachments/index.js';
import { OperatorAttachedDto } from './answers.dto.js';
import { readCase } from '../read-case.js';
import { OPERATOR_CASES_PATH, OperatorCaseEndpoint } from './endpoint.js';

/** Files that an operator brings to a case against it; it sees its own again. */
@ApiTags('operator-cases')
@Controller(`${OPERATOR_CASES_PATH}/:id/attachments`)
export class OperatorAttachmentsController {
  constructor(
    private readonly endpoint: OperatorCaseEndpoint,
    private readonly cases: Cases,
    private readonly intake: EvidenceIntake,
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
    const path = `/${OPERATOR_CASES_PATH}/${id}/attachments`;
    const asked = { id, revision, key, action: 'operator.attach-evidence', request, reply, path } as const;
    const said = (about: OperatorAttachmentDto) => ({ ...about, submittedBy: 'respondent' }) as const;
    const { done, file } = await this.intake.attach(asked, OperatorAttachmentDto, said, this.endpoint);
    return { ...this.endpoint.after(asked, done), ...file };
  }

  @GivesFile('What is in a file that the operator has attached, to be saved')
  async download(
    @UuidParam('id') id: string,
    @UuidParam('attachmentId') attachmentId: string,
    @Req() request: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { state } = await readCase(this.cases, id, 'operator.read-attachment', request);
    const attachment = attachmentOfOperator(state, attachmentId, principalOf(request).operatorId);
    await this.delivery.give(attachment, request, reply);
  }
}
