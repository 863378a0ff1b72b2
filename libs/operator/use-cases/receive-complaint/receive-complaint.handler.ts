import { dayInChina, isRefusal, type Refusal } from '#kernel';
import { NumberRegister, type Attempt } from '#platform/event-sourcing';
import { BLANK, PersonalData } from '#platform/personal-data';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { directComplaintDecider, type Context, type DirectComplaintCommand } from '../../domain/index.js';
import { DirectComplaints, type DirectOutcome, type SealFor } from '../direct-complaints.js';
import { Operators, type Operator } from '../operators.js';
import { intakeOf } from '../wording.js';
import { ReceiveComplaint, type ReceiveComplaintInput } from './receive-complaint.command.js';

const blank: SealFor = () => () => Promise.resolve(BLANK);

@CommandHandler(ReceiveComplaint)
export class ReceiveComplaintHandler implements ICommandHandler<ReceiveComplaint, DirectOutcome> {
  constructor(
    private readonly complaints: DirectComplaints,
    private readonly personal: PersonalData,
    private readonly numbers: NumberRegister,
    private readonly operators: Operators,
  ) {}

  async execute({ request, input }: ReceiveComplaint): Promise<DirectOutcome> {
    const operator = this.operators.operator(request.actor.operator ?? '');
    if (!operator) {
      return { outcome: 'denied', denial: { kind: 'forbidden', reason: 'operator-not-served' } };
    }
    return this.complaints.open(
      request,
      (attempt, context) => this.command(request.id, input, operator, attempt, context),
      input.receivedAt,
    );
  }

  /** A number is drawn, and people get keys, only for an entry that the rules allow. */
  private async command(
    complaintId: string,
    input: ReceiveComplaintInput,
    operator: Operator,
    attempt: Attempt,
    context: Context,
  ): Promise<DirectComplaintCommand | Refusal> {
    const subject = uuidv5('complainant', complaintId);
    const entry = async (sealFor: SealFor, number: string) =>
      ({
        type: 'ReceiveComplaint',
        data: {
          complaintId,
          number,
          operator: operator.id,
          way: input.way,
          receivedAt: input.receivedAt ?? attempt.now,
          ...(await intakeOf(input, subject, complaintId, sealFor)),
        },
      }) as const;
    const trial = directComplaintDecider.decide(
      await entry(blank, ''),
      directComplaintDecider.initial,
      context,
    );
    if (isRefusal(trial)) return trial;
    for (const one of [complaintId, subject]) await this.personal.openSubject(one);
    return entry(this.complaints.sealFor, await this.number(complaintId, operator, attempt));
  }

  private async number(complaintId: string, { id, word }: Operator, attempt: Attempt): Promise<string> {
    const year = dayInChina(attempt.now).slice(0, 4);
    const place = await this.numbers.allot(id, 'direct', year, complaintId, attempt);
    return `${word}诉〔${year}〕${place}号`;
  }
}
