import { dayInChina } from '#kernel';
import { Shelf } from '#rulebook';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { targetAt, type CorrectedFields } from '../../domain/index.js';
import { Cases, type CaseOutcome } from '../cases.js';
import { CorrectRecord } from './correct-record.command.js';

@CommandHandler(CorrectRecord)
export class CorrectRecordHandler implements ICommandHandler<CorrectRecord, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly rulebooks: Shelf,
  ) {}

  /** Which record it is, and who made it, the history says. */
  async execute({ request, input }: CorrectRecord): Promise<CaseOutcome> {
    const read = await this.cases.read(request.complaintId, request.access);
    if ('denial' in read) return { outcome: 'denied', denial: read.denial };
    const { revision, changes: is, reason } = input;
    const history = read.loaded.records.map(({ event, meta, recorded }) => ({
      ...{ event, revision: recorded.revision, recordedBy: meta.actor.id },
    }));
    const target = targetAt(history, revision);
    const recordedBy = history.find((one) => one.revision === revision)?.recordedBy;
    const statutory = this.lawOn(is);
    return this.cases.carryOut(request, async (seal) => ({
      type: 'CorrectRecord',
      data: {
        ...{ correctionId: uuidv5('correction', request.commandId), revision, is },
        ...(target ? { target } : {}),
        ...(recordedBy === undefined ? {} : { recordedBy }),
        ...(statutory === undefined ? {} : { statutory }),
        reason: await seal('correction.reason', reason),
      },
    }));
  }

  /** The law in force on the corrected day of receipt. */
  private lawOn({ receivedAt }: CorrectedFields): string | undefined {
    return receivedAt === undefined ? undefined : this.rulebooks.statutoryFor(dayInChina(receivedAt)).id;
  }
}
