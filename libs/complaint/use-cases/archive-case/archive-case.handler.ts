import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { volumeOf } from '../../domain/index.js';
import { Cases, happenedIn, type CaseOutcome } from '../cases.js';
import { ArchiveCase } from './archive-case.command.js';

@CommandHandler(ArchiveCase)
export class ArchiveCaseHandler implements ICommandHandler<ArchiveCase, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  /** The contents are those of the revision that was read; the command is refused for any other. */
  async execute({ request, input }: ArchiveCase): Promise<CaseOutcome> {
    const read = await this.cases.read(request.complaintId, request.access);
    if ('denial' in read) return { outcome: 'denied', denial: read.denial };
    const { unserved, ...said } = input;
    const contents = volumeOf(happenedIn(read.loaded));
    const asked = { expectedRevision: read.loaded.revision, ...request };
    return this.cases.carryOut(asked, async (seal) => ({
      type: 'ArchiveCase',
      data: {
        ...said,
        contents,
        ...(unserved ? { unserved: await seal('archive.unserved', unserved) } : {}),
      },
    }));
  }
}
