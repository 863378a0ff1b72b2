import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { CommandBody, IdempotencyKey, IfMatch, NoFields, toInstant, UuidParam } from '#platform/http';
import type { FastifyReply } from 'fastify';
import {
  ApproveFiling,
  AssignHandlers,
  BeginReview,
  CompleteReview,
  DecideAcceptance,
  ReceiveSupplement,
  RecordReferralReport,
  RecordReply,
  RecordTransferResult,
  RequestFiling,
  RequestSupplement,
  ReturnReview,
} from '../../use-cases/index.js';
import { CaseCommand } from './case-command.js';
import { CaseEndpoint, type Asked } from './endpoint.js';
import {
  AcceptanceDecisionDto,
  FilingRequestDto,
  HandlersDto,
  PreliminaryReviewDto,
  ReferralReportDto,
  ReplyDto,
  ReviewReturnDto,
  SupplementDto,
  SupplementRequestDto,
  TransferResultDto,
  type ReplyPartsDto,
} from './procedure.dto.js';

/** What people do with a complaint, from the review to the reply: each act is a sub-resource. */
@ApiTags('procedure')
@Controller('v1/complaints/:id')
export class ProcedureController {
  constructor(private readonly endpoint: CaseEndpoint) {}

  @Post('review-start')
  @CaseCommand('Take the preliminary review up, or over (G03)')
  beginReview(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(NoFields) body: NoFields,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.begin-review', body, request, reply };
    return this.endpoint.run(asked, (request) => new BeginReview(request));
  }

  @Post('supplement-requests')
  @CaseCommand('Ask the complainant for what is missing (G08)')
  requestSupplement(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(SupplementRequestDto) body: SupplementRequestDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.request-supplement', body, request, reply };
    return this.endpoint.run(asked, (request) => new RequestSupplement(request, body));
  }

  @Post('supplements')
  @CaseCommand('Record what the complainant supplied (G08)')
  receiveSupplement(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(SupplementDto) body: SupplementDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.receive-supplement', body, request, reply };
    return this.endpoint.run(
      asked,
      (request) => new ReceiveSupplement(request, { ...body, receivedAt: instant(body.receivedAt) }),
    );
  }

  @Post('preliminary-review')
  @CaseCommand('Report the review with its four points to the leader (G03–G07)')
  completeReview(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(PreliminaryReviewDto) body: PreliminaryReviewDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.complete-review', body, request, reply };
    return this.endpoint.run(asked, (request) => new CompleteReview(request, body));
  }

  @Post('review-return')
  @CaseCommand('Send the review back with a reason')
  returnReview(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(ReviewReturnDto) body: ReviewReturnDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.return-review', body, request, reply };
    return this.endpoint.run(asked, (request) => new ReturnReview(request, body));
  }

  @Post('acceptance-decision')
  @CaseCommand('Accept, reject, transfer or refer down (G09)')
  decideAcceptance(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(AcceptanceDecisionDto) body: AcceptanceDecisionDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.decide-acceptance', body, request, reply };
    return this.endpoint.run(
      asked,
      (request) => new DecideAcceptance(request, { ...body, decidedAt: instant(body.decidedAt) }),
    );
  }

  @Post('handlers')
  @CaseCommand('Give the file to its handlers (G10)')
  assignHandlers(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(HandlersDto) body: HandlersDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.assign-handlers', body, request, reply };
    return this.endpoint.run(asked, (request) => new AssignHandlers(request, body.handlers));
  }

  @Post('filing-request')
  @CaseCommand('Report for filing (G14)')
  requestFiling(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(FilingRequestDto) body: FilingRequestDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.request-filing', body, request, reply };
    return this.endpoint.run(asked, (request) => new RequestFiling(request, body));
  }

  @Post('filing-approval')
  @CaseCommand('Approve the filing (G14)')
  approveFiling(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(NoFields) body: NoFields,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.approve-filing', body, request, reply };
    return this.endpoint.run(asked, (request) => new ApproveFiling(request));
  }

  @Post('reply')
  @CaseCommand("Record the respondent's written answer (G17, G18)")
  recordReply(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(ReplyDto) body: ReplyDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = { id, revision, key, action: 'complaint.record-reply', body, request, reply };
    return this.endpoint.run(
      asked,
      (request) =>
        new RecordReply(request, {
          receivedAt: instant(body.receivedAt),
          parts: partsOf(body.parts),
          evidence: body.evidence,
        }),
    );
  }

  @Post('referral-report')
  @CaseCommand("Record the lower office's result (G12)")
  recordReferralReport(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(ReferralReportDto) body: ReferralReportDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = {
      id,
      revision,
      key,
      action: 'complaint.record-referral-report',
      body,
      request,
      reply,
    };
    return this.endpoint.run(
      asked,
      (request) => new RecordReferralReport(request, { ...body, reportedAt: instant(body.reportedAt) }),
    );
  }

  @Post('transfer-result')
  @CaseCommand("Record the other department's result (G13)")
  recordTransferResult(
    @UuidParam('id') id: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(TransferResultDto) body: TransferResultDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked: Asked = {
      id,
      revision,
      key,
      action: 'complaint.record-transfer-result',
      body,
      request,
      reply,
    };
    return this.endpoint.run(
      asked,
      (request) => new RecordTransferResult(request, { ...body, receivedAt: instant(body.receivedAt) }),
    );
  }
}

function instant(text?: string): string | undefined {
  return text === undefined ? undefined : toInstant(text);
}

function partsOf(parts: ReplyPartsDto) {
  return {
    cause: parts.cause,
    'verification-process': parts.verificationProcess,
    'facts-and-evidence': parts.factsAndEvidence,
    liability: parts.liability,
    'proposed-handling': parts.proposedHandling,
  };
}
