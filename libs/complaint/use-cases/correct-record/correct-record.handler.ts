import { dayInChina } from '#kernel';
import { Shelf } from '#rulebook';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { PersonalData } from '#platform/personal-data';
import { targetAt, type CorrectionsCommands, type RegisteredComplaint } from '../../domain/index.js';
import { Cases, type CaseOutcome } from '../cases.js';
import { KnownOperators } from '../known-operators.js';
import { CorrectRecord, type CorrectedInput } from './correct-record.command.js';
import { correctedPeople, correctedRespondent } from './corrected-parties.js';

@CommandHandler(CorrectRecord)
export class CorrectRecordHandler implements ICommandHandler<CorrectRecord, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly rulebooks: Shelf,
    private readonly personal: PersonalData,
    private readonly operators: KnownOperators,
  ) {}

  /** Which record it is, and who made it, the history says. */
  async execute({ request, input }: CorrectRecord): Promise<CaseOutcome> {
    const read = await this.cases.read(request.complaintId, request.access);
    if ('denial' in read) return { outcome: 'denied', denial: read.denial };
    const { revision, changes, reason } = input;
    const history = read.loaded.records.map(({ event, meta, recorded }) => ({
      ...{ event, revision: recorded.revision, recordedBy: meta.actor.id },
    }));
    const target = targetAt(history, revision);
    const recordedBy = history.find((one) => one.revision === revision)?.recordedBy;
    const statutory = this.lawOn(changes);
    return this.cases.carryOut(request, async (seal, state) => ({
      type: 'CorrectRecord',
      data: {
        ...{ correctionId: uuidv5('correction', request.commandId), revision },
        ...(await this.said(changes, state)),
        ...(target ? { target } : {}),
        ...(recordedBy === undefined ? {} : { recordedBy }),
        ...(statutory === undefined ? {} : { statutory }),
        reason: await seal('correction.reason', reason),
      },
    }));
  }

  /** What is right, names and contacts sealed. */
  private async said(
    changes: CorrectedInput,
    state: RegisteredComplaint,
  ): Promise<Pick<CorrectionsCommands['CorrectRecord'], 'is' | 'erased'>> {
    const { complainants: _, ...facts } = changes;
    const { cases, personal } = this;
    const { erased, ...people } = await correctedPeople(changes, state, { cases, personal });
    const is = { ...facts, ...people, ...correctedRespondent(changes, this.operators) };
    return { is, ...(erased?.length ? { erased } : {}) };
  }

  /** The law in force on the corrected day of receipt. */
  private lawOn({ receivedAt }: CorrectedInput): string | undefined {
    return receivedAt === undefined ? undefined : this.rulebooks.statutoryFor(dayInChina(receivedAt)).id;
  }
}
