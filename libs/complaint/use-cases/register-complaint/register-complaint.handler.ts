import { dayInChina, isRefusal, type Refusal } from '#kernel';
import { statutoryRulebookFor, type Rulebook } from '#rulebook';
import type { Attempt } from '#platform/event-sourcing';
import { PersonalData } from '#platform/personal-data';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import {
  FIRST_RECEIPT,
  complaintDecider,
  type CommandOf,
  type Complainant,
  type ComplaintCommand,
  type Context,
} from '../../domain/index.js';
import { Cases, type CaseOutcome } from '../cases.js';
import { NumberRegister } from '../number-register.js';
import { Offices } from '../offices.js';
import { sealAll, sealEach } from '../sealing.js';
import {
  RegisterComplaint,
  type ComplainantInput,
  type RegisterComplaintInput,
} from './register-complaint.command.js';

type Registration = CommandOf<'RegisterComplaint'>['data'];

@CommandHandler(RegisterComplaint)
export class RegisterComplaintHandler implements ICommandHandler<RegisterComplaint, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly personal: PersonalData,
    private readonly numbers: NumberRegister,
    private readonly offices: Offices,
  ) {}

  execute({ request, input }: RegisterComplaint): Promise<CaseOutcome> {
    return this.cases.open(request, (attempt, context) =>
      this.command(request.complaintId, input, attempt, context),
    );
  }

  /** A number is drawn only for a registration that the rules allow, so that none is lost. */
  private async command(
    complaintId: string,
    input: RegisterComplaintInput,
    attempt: Attempt,
    context: Context,
  ): Promise<ComplaintCommand | Refusal> {
    const registration = await this.registration(complaintId, input, attempt);
    const trial = { type: 'RegisterComplaint' as const, data: registration };
    const answer = complaintDecider.decide(trial, complaintDecider.initial, context);
    if (isRefusal(answer)) return answer;
    return { ...trial, data: { ...registration, number: await this.number(registration, attempt) } };
  }

  private async registration(
    complaintId: string,
    input: RegisterComplaintInput,
    attempt: Attempt,
  ): Promise<Registration> {
    const receivedAt = input.receivedAt ?? attempt.now;
    const office = this.offices.office(attempt.actor.office);
    const complainants = await Promise.all(
      input.complainants.map((one, index) =>
        this.complainant(one, uuidv5(`complainant/${index}`, complaintId)),
      ),
    );
    const subject = complainants[0]?.subject ?? complaintId;
    const seal = (field: string, text: string) => this.personal.seal(subject, field, text);
    return {
      complaintId,
      number: '',
      office: office.id,
      channel: input.channel,
      receivedAt,
      complainants,
      representatives: (input.representatives ?? []).map(
        (place) => complainants[place]?.subject ?? `#${place}`,
      ),
      respondent: input.respondent,
      contract: input.contract,
      facts: await seal('complaint.facts', input.facts),
      claims: input.claims,
      evidence: await sealAll(seal, 'complaint.evidence', input.evidence),
      rulebooks: {
        internal: office.internalRulebook,
        statutory: lawOn(receivedAt).id,
      },
    };
  }

  private async complainant(input: ComplainantInput, subject: string): Promise<Complainant> {
    await this.personal.openSubject(subject);
    const seal = (field: string, text: string) => this.personal.seal(subject, field, text);
    return { subject, ...(await sealEach(seal, 'complainant', { ...input })) };
  }

  private async number(registration: Registration, attempt: Attempt): Promise<string> {
    const office = this.offices.office(registration.office);
    const year = dayInChina(attempt.now).slice(0, 4);
    const place = await this.numbers.allot(office.id, 'complaint', year, registration.complaintId, attempt);
    return `${office.word}诉〔${year}〕${place}号`;
  }
}

/** The law on the day of receipt. A receipt before the first one gets that, and the domain refuses it. */
function lawOn(receivedAt: string): Rulebook {
  return statutoryRulebookFor(dayInChina(receivedAt < FIRST_RECEIPT ? FIRST_RECEIPT : receivedAt));
}
