import { IsBoolean } from 'class-validator';
import { IsCode, IsInstant, IsText, IsUuidLower, MayBeMissing, IsPerson } from '#platform/http';
import {
  CALL_OUTCOMES,
  PROMISED_KINDS,
  SATISFACTIONS,
  type CallbacksCommands,
  type CallOutcome,
  type PromisedKind,
  type Satisfaction,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** A call that the office requires: which, about what, by when, and whose it is. */
export class CallbackDto {
  @IsCode(PROMISED_KINDS) kind: PromisedKind;
  @IsInstant() dueAt: string;
  @IsText({ max: LONG_TEXT }) matter: string;
  @MayBeMissing() @IsUuidLower() subject?: string;
  @MayBeMissing() @IsPerson() assignee?: string;
}

/** A call that was promised to the complainant; without `assignee` it is of whoever promised it (H01). */
export class CallbackPromiseDto extends CallbackDto {
  @MayBeMissing() @IsInstant() promisedAt?: string;
}

export class CallbackAssignmentDto {
  @IsPerson() assignee: string;
}

/** A call that reached nobody, or not for long enough. */
export class CallAttemptDto {
  @IsCode(CALL_OUTCOMES) outcome: CallOutcome;
  @MayBeMissing() @IsInstant() attemptedAt?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) note?: string;
}

/** The present state as it was told, and the deadline that was announced with it (H23). */
export class NextDeadlineDto {
  @IsText({ max: LONG_TEXT }) told: string;
  @IsInstant() dueAt: string;
  @MayBeMissing() @IsInstant() announcedAt?: string;
}

/** A term that will not be kept, the present state as it was told, and by when the complainant hears next (H23). */
export class DelayAnnouncementDto extends NextDeadlineDto {
  @IsText({ max: 100 }) clock: string;
  @MayBeMissing() @IsUuidLower() subject?: string;
  @MayBeMissing() @IsPerson() assignee?: string;
}

/** What was said. A result needs both answers of H15, a follow-up the satisfaction too (H10). */
export class CallRecordDto {
  @IsText({ max: LONG_TEXT }) record: string;
  @MayBeMissing() @IsCode(SATISFACTIONS) satisfaction?: Satisfaction;
  @MayBeMissing() @IsBoolean() acceptable?: boolean;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) anythingElse?: string;
  @MayBeMissing() @IsInstant() completedAt?: string;
}

export class CallbackReasonDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

const tag = 'callbacks';

/** Calls owed to the complainant (回访). */
export const callbacksRoutes = {
  PromiseCallback: {
    tag,
    path: 'callback-promises',
    right: 'callback.promise',
    summary: 'Record that a call was promised, and by when: from then on it is a deadline (H05)',
    body: CallbackPromiseDto,
    status: 201,
  },
  RequireCallback: {
    tag,
    path: 'callbacks',
    right: 'callback.require',
    summary: 'Require a call to the complainant (H07)',
    body: CallbackDto,
    status: 201,
  },
  AssignCallback: {
    tag,
    path: 'callbacks/:callbackId/assignment',
    right: 'callback.assign',
    summary: 'Name who makes the call; for a follow-up nobody who handled the case (H01, H10)',
    body: CallbackAssignmentDto,
  },
  RecordCallAttempt: {
    tag,
    path: 'callbacks/:callbackId/attempts',
    right: 'callback.make',
    summary: 'Record a call that reached nobody',
    body: CallAttemptDto,
  },
  AnnounceNextDeadline: {
    tag,
    path: 'callbacks/:callbackId/next-deadline',
    right: 'callback.make',
    summary: 'Record that the present state was told and the next deadline announced (H23)',
    body: NextDeadlineDto,
  },
  AnnounceDelay: {
    tag,
    path: 'delay-announcements',
    right: 'callback.promise',
    summary:
      'Record that the complainant was told that a term will not be kept, and by when he hears next (H23)',
    body: DelayAnnouncementDto,
    status: 201,
  },
  CompleteCallback: {
    tag,
    path: 'callbacks/:callbackId/completion',
    right: 'callback.make',
    summary: 'Record the call with what was said (H10, H15, H19)',
    body: CallRecordDto,
  },
  CancelCallback: {
    tag,
    path: 'callbacks/:callbackId/cancellation',
    right: 'callback.cancel',
    summary: 'Give up a call after several attempts, with the reason',
    body: CallbackReasonDto,
  },
  DeclineReopening: {
    tag,
    path: 'callbacks/:callbackId/reopening-refusal',
    right: 'callback.decline-reopening',
    summary: 'Do not reopen the case of a dissatisfied complainant, with the reason (H16)',
    body: CallbackReasonDto,
  },
} as const satisfies CaseRoutes<CallbacksCommands>;
