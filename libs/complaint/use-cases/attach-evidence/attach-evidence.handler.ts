import { isRefusal } from '#kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlobStore } from '#platform/blob-store';
import { complaintDecider, type ComplaintCommand, type RegisteredComplaint } from '../../domain/index.js';
import { Cases, type CaseOutcome, type CaseRequest, type Seal } from '../cases.js';
import { AttachEvidence } from './attach-evidence.command.js';

type Attaching = Extract<ComplaintCommand, { readonly type: 'AttachEvidence' }>;

/** Each of them tries several times. */
const ROUNDS = 10;

/**
 * The bytes are durable before the event says that they are there. What is stored and then not recorded is removed
 * again; when this process is killed in between, the file is left over (`tousu attachments orphans` finds it), and
 * since its key was never written down, nobody can read it.
 */
@CommandHandler(AttachEvidence)
export class AttachEvidenceHandler implements ICommandHandler<AttachEvidence, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly blobs: BlobStore,
  ) {}

  async execute(asked: AttachEvidence): Promise<CaseOutcome> {
    const { request, file, input } = asked;
    let stored = false;
    const attempt = () =>
      this.cases.carryOut(
        request,
        async (seal, state) => {
          const command = await this.command(asked, seal, state);
          if (stored || !this.isLawful(asked, command, state)) return command;
          await this.blobs.put({ id: file.id, ...file.stored, read: () => file.sealed() });
          stored = true;
          return command;
        },
        input.receivedAt,
      );
    let outcome = await attempt();
    // Many files at once are in one another's way; who expects no revision does not mind which comes first.
    for (let more = ROUNDS; more > 0 && isOvertaken(outcome, request); more -= 1) outcome = await attempt();
    if (stored && !isRecorded(outcome, file.id)) await this.blobs.discard(file.id);
    return outcome;
  }

  private async command(
    { input, file, limits }: AttachEvidence,
    seal: Seal,
    state: RegisteredComplaint,
  ): Promise<Attaching> {
    const { name, description, ...facts } = input;
    const known = state.registration.complainants.some(({ subject }) => subject === input.belongsTo);
    // Of somebody who is not in the case there is no key; the rules then say so.
    const under =
      known && input.belongsTo !== undefined ? this.cases.sealUnder(state, input.belongsTo) : seal;
    return {
      type: 'AttachEvidence',
      data: {
        ...facts,
        attachmentId: file.id,
        name: await under('attachment.name', name),
        ...(description ? { description: await under('attachment.description', description) } : {}),
        size: file.plain.bytes,
        sha256: file.plain.sha256,
        storedSize: file.stored.bytes,
        storedSha256: file.stored.sha256,
        key: await under('attachment.key', file.key),
        limits,
      },
    };
  }

  /** Nothing is stored of what the rules refuse. */
  private isLawful({ request }: AttachEvidence, command: Attaching, state: RegisteredComplaint): boolean {
    const context = this.cases.context(request.actor, this.cases.now(), state.registration.office);
    return !isRefusal(complaintDecider.decide(command, state, context));
  }
}

function isOvertaken({ outcome }: CaseOutcome, { expectedRevision }: CaseRequest): boolean {
  return outcome === 'conflict' && expectedRevision === undefined;
}

function isRecorded(outcome: CaseOutcome, attachmentId: string): boolean {
  return (
    outcome.outcome === 'done' &&
    outcome.events.some(({ type, data }) => type === 'EvidenceAttached' && data.attachmentId === attachmentId)
  );
}
