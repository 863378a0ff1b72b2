import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { principalOf, type SignedIn } from '#identity';
import {
  Answers,
  CommandBody,
  IdempotencyKey,
  IsPhone,
  IsText,
  MayBeMissing,
  ProblemError,
  RefusalError,
  UuidParam,
} from '#platform/http';
import { PersonalData, PersonalView } from '#platform/personal-data';
import type { FastifyReply } from 'fastify';
import { contactIsOpen, no } from '../../domain/index.js';
import { CarryOut, Cases } from '../../use-cases/index.js';
import { contactView } from './case-view.js';
import { CaseEndpoint } from './endpoint.js';
import { readCase } from './read-case.js';

/** Whose contact is asked for, and what for. */
export class ContactDisclosureDto {
  @IsText({ max: 64 }) subject: string;
  @IsText({ max: 1000 }) purpose: string;
}

/** A complainant's contact in full. */
export class ContactDto {
  @IsText({ max: 64 }) subject: string;
  @MayBeMissing() @IsText({ max: 100 }) name?: string;
  @MayBeMissing() @IsText({ max: 300 }) address?: string;
  @MayBeMissing() @IsText({ max: 20 }) postcode?: string;
  @MayBeMissing() @IsPhone() phone?: string;
}

/** Contacts are masked everywhere; seeing one in full is an act with a purpose, and is recorded. */
@ApiTags('complaints')
@Controller('v1/complaints/:id/contact-disclosures')
export class ContactsController {
  constructor(
    private readonly endpoint: CaseEndpoint,
    private readonly cases: Cases,
    private readonly personal: PersonalData,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: "See a complainant's contact in full, for a purpose that is recorded" })
  @Answers(200, ContactDto, { description: 'The contact in full', etag: true })
  async disclose(
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @CommandBody(ContactDisclosureDto) body: ContactDisclosureDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const action = 'complaint.reveal-contact';
    await this.endpoint.run(
      { id, key, action, body, request, reply },
      (asked) => new CarryOut(asked, 'DiscloseContact', body),
    );
    return this.contact(id, body.subject, request);
  }

  private async contact(id: string, subject: string, request: SignedIn): Promise<object> {
    const { state } = await readCase(this.cases, id, 'complaint.reveal-contact', request);
    const complainant = state.registration.complainants.find((one) => one.subject === subject);
    const closed = contactIsOpen(state, principalOf(request).id, subject, this.cases.now());
    if (closed) throw new RefusalError(closed);
    if (!complainant) throw new ProblemError('not-found');
    const contact = await contactView(complainant, new PersonalView(this.personal, true));
    const isErased = Object.values(contact).some((shown) => typeof shown === 'object' && shown !== null);
    if (isErased) throw new RefusalError(no('complainant-erased', { subject }));
    return contact;
  }
}
