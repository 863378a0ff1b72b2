import type { Division } from '#kernel';
import { Command } from '@nestjs/cqrs';
import type { Channel, Claim, Contract, Respondent } from '../../domain/index.js';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** Who complains, in clear; sealed before anything is stored. */
export interface ComplainantInput {
  readonly name?: string;
  readonly sex?: string;
  readonly nationality?: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly phone?: string;
}

export interface RegisterComplaintInput {
  readonly channel: Channel;
  readonly receivedAt?: string;
  readonly complainants: readonly ComplainantInput[];
  /** Places in `complainants` of the representatives of a joint complaint. */
  readonly representatives?: readonly number[];
  readonly respondent: Respondent;
  readonly contract?: Contract;
  /** Where the harm was done or felt, or the dispute arose. */
  readonly harmDivision?: Division;
  readonly facts: string;
  readonly claims: readonly Claim[];
  readonly evidence: readonly string[];
}

/** Enters a complaint in the office's register (登记, G01, G02). */
export class RegisterComplaint extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: RegisterComplaintInput,
  ) {
    super();
  }
}
