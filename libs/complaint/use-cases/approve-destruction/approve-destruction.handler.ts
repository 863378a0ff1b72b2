import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonalData } from '#platform/personal-data';
import { v5 as uuidv5 } from 'uuid';
import type { Complaint } from '../../domain/index.js';
import { Cases, SYSTEM, type CaseOutcome, type CaseRequest } from '../cases.js';
import { ApproveDestruction } from './approve-destruction.command.js';

/** Namespace of the ids under which the end of a volume is recorded. */
const DESTRUCTIONS = '0f7a3c52-7f0e-5b7c-9d36-3a7d2f1c6f10';

@CommandHandler(ApproveDestruction)
export class ApproveDestructionHandler implements ICommandHandler<ApproveDestruction, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly personal: PersonalData,
  ) {}

  /**
   * First the approval is written, then the keys are destroyed, then the case says so. Cut off in between, it says
   * "approved", and approving again goes on from there: every step can be repeated.
   */
  async execute({ request }: ApproveDestruction): Promise<CaseOutcome> {
    const approved = await this.cases.carryOut(request, () =>
      Promise.resolve({ type: 'ApproveDestruction', data: {} }),
    );
    if (approved.outcome !== 'done') return approved;
    const subjects = subjectsOf(approved.state);
    await this.personal.destroy(subjects);
    const destroyed = await this.cases.carryOut(bySystem(request), () =>
      Promise.resolve({ type: 'RecordDestruction', data: { keys: subjects.length } }),
    );
    if (destroyed.outcome !== 'done') return destroyed;
    return { ...destroyed, events: [...approved.events, ...destroyed.events], replayed: approved.replayed };
  }
}

/** Everybody whose key texts of the case stand under, and the case itself. */
function subjectsOf(state: Complaint): string[] {
  if (state.phase === 'unregistered') return [];
  const { complaintId, complainants } = state.registration;
  return [complaintId, ...complainants.map(({ subject }) => subject)];
}

function bySystem({ complaintId, access }: CaseRequest): CaseRequest {
  return {
    complaintId,
    access,
    actor: SYSTEM,
    commandId: uuidv5(complaintId, DESTRUCTIONS),
  };
}
