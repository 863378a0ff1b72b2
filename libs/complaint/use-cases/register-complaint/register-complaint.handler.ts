import { dayInChina, isRefusal, type Refusal } from '#kernel';
import { Shelf } from '#rulebook';
import { NumberRegister, type Attempt } from '#platform/event-sourcing';
import { BLANK, PersonalData } from '#platform/personal-data';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import {
  checkReceipt,
  complaintDecider,
  type CommandOf,
  type Complainant,
  type ComplaintCommand,
  type Context,
  type Respondent,
} from '../../domain/index.js';
import { Cases, type CaseOutcome, type Seal } from '../cases.js';
import { complaintNumber } from '../complaint-number.js';
import { KnownOperators } from '../known-operators.js';
import { Offices } from '../offices.js';
import { pinnedRulebooks } from '../pinned-rulebooks.js';
import { sealAll, sealEach } from '../sealing.js';
import {
  RegisterComplaint,
  type ComplainantInput,
  type RegisterComplaintInput,
} from './register-complaint.command.js';

type Registration = CommandOf<'RegisterComplaint'>['data'];
/** Seals under the key of one person. */
type SealFor = (subject: string) => Seal;

const blank: SealFor = () => () => Promise.resolve(BLANK);

@CommandHandler(RegisterComplaint)
export class RegisterComplaintHandler implements ICommandHandler<RegisterComplaint, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly personal: PersonalData,
    private readonly numbers: NumberRegister,
    private readonly offices: Offices,
    private readonly rulebooks: Shelf,
    private readonly operators: KnownOperators,
  ) {}

  async execute({ request, input }: RegisterComplaint): Promise<CaseOutcome> {
    if (!this.offices.knows(request.actor.office ?? '')) {
      return { outcome: 'denied', denial: { kind: 'forbidden', reason: 'office-not-served' } };
    }
    return this.cases.open(request, (attempt, context) =>
      this.command(request.complaintId, input, attempt, context),
    );
  }

  /** A number is drawn, and people get keys, only for a registration that the rules allow. */
  private async command(
    complaintId: string,
    input: RegisterComplaintInput,
    attempt: Attempt,
    context: Context,
  ): Promise<ComplaintCommand | Refusal> {
    const type = 'RegisterComplaint';
    const refusal = checkReceipt(input.receivedAt ?? attempt.now, context);
    if (refusal) return refusal;
    const trial = { type, data: await this.registration(complaintId, input, attempt, blank) } as const;
    const answer = complaintDecider.decide(trial, complaintDecider.initial, context);
    if (isRefusal(answer)) return answer;
    const subjects = [complaintId, ...trial.data.complainants.map(({ subject }) => subject)];
    for (const subject of subjects) await this.personal.openSubject(subject);
    const sealed = await this.registration(complaintId, input, attempt, this.sealFor);
    const office = this.offices.office(sealed.office);
    const number = await complaintNumber(this.numbers, office, complaintId, attempt);
    return { type, data: { ...sealed, number } };
  }

  private async registration(
    complaintId: string,
    input: RegisterComplaintInput,
    attempt: Attempt,
    sealFor: SealFor,
  ): Promise<Registration> {
    const receivedAt = input.receivedAt ?? attempt.now;
    const receivedOn = dayInChina(receivedAt);
    const office = this.offices.office(attempt.actor.office ?? '');
    const complainants = await Promise.all(
      input.complainants.map((one, index) =>
        complainant(one, uuidv5(`complainant/${index}`, complaintId), sealFor),
      ),
    );
    const seal = sealFor(complaintId);
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
      respondent: this.recognised(input.respondent),
      contract: input.contract,
      harmDivision: input.harmDivision,
      facts: await seal('complaint.facts', input.facts),
      claims: input.claims,
      evidence: await sealAll(seal, 'complaint.evidence', input.evidence),
      rulebooks: pinnedRulebooks(
        this.rulebooks,
        office,
        receivedOn,
        this.rulebooks.statutoryFor(receivedOn).id,
      ),
    };
  }

  /** An operator of the installation is recognised by its licence. */
  private recognised(respondent: Respondent): Respondent {
    const operator = respondent.licence && this.operators.withLicence(respondent.licence);
    return operator ? { ...respondent, operator } : respondent;
  }

  private readonly sealFor: SealFor = (subject) => (field, text) => this.personal.seal(subject, field, text);
}

async function complainant(input: ComplainantInput, subject: string, sealFor: SealFor): Promise<Complainant> {
  return { subject, ...(await sealEach(sealFor(subject), 'complainant', { ...input })) };
}
