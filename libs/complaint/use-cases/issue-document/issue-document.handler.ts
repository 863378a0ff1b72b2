import { dayInChina, isRefusal } from '#kernel';
import { NumberRegister } from '#platform/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  complaintDecider,
  DOCUMENTS,
  type ComplaintCommand,
  type RegisteredComplaint,
} from '../../domain/index.js';
import { Cases, type CaseOutcome, type CaseRequest } from '../cases.js';
import { Offices } from '../offices.js';
import { IssueDocument } from './issue-document.command.js';

@CommandHandler(IssueDocument)
export class IssueDocumentHandler implements ICommandHandler<IssueDocument, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly numbers: NumberRegister,
    private readonly offices: Offices,
  ) {}

  execute({ request, documentId }: IssueDocument): Promise<CaseOutcome> {
    return this.cases.carryOut(request, (_seal, state) => this.command(request, documentId, state));
  }

  /** A number is drawn only for an issue that the rules allow; the same document always gets the same one. */
  private async command(
    request: CaseRequest,
    documentId: string,
    state: RegisteredComplaint,
  ): Promise<ComplaintCommand> {
    const now = this.cases.now();
    const trial = { type: 'IssueDocument' as const, data: { documentId, number: '' } };
    const document = state.documents.find((one) => one.documentId === documentId);
    const context = this.cases.context(request.actor, now, state.registration.office);
    const lawful = !isRefusal(complaintDecider.decide(trial, state, context));
    if (!document || !lawful) return trial;
    const office = this.offices.office(state.registration.office);
    const year = dayInChina(now).slice(0, 4);
    const attempt = this.cases.attempt(request, now);
    const original = document.copyOf ?? documentId;
    const place = await this.numbers.allot(office.id, document.kind, year, original, attempt);
    const { word } = DOCUMENTS[document.kind];
    return { ...trial, data: { documentId, number: `${office.word}${word}〔${year}〕${place}号` } };
  }
}
