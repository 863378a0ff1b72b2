import { Query } from '@nestjs/cqrs';
import type { Phase, Respondent } from '../../domain/index.js';
import type { ListPage } from '#platform/projections';
import type { ListScope } from '../scope.js';
import type { RegisterRow } from './register.projection.js';

/** Newest first by receipt; the id makes the order whole. */
export interface RegisterCursor {
  readonly receivedAt: string;
  readonly complaintId: string;
}

/** The row of the table, with its times as the API shows them. */
export type RegisterEntry = Omit<
  RegisterRow,
  'served' | 'answered' | 'complainant_subject' | 'operator_name' | 'operator_licence'
>;

export interface RegisterFilter {
  readonly phase?: Phase;
  /** Stands in the respondent's name. */
  readonly respondent?: string;
  /** Against the same operator as this. */
  readonly operator?: Pick<Respondent, 'name' | 'licence'>;
}

/** The register of complaints (投诉登记簿), newest receipt first. */
export class ListRegister extends Query<ListPage<RegisterEntry, RegisterCursor>> {
  constructor(
    readonly scope: ListScope,
    readonly limit: number,
    readonly filter: RegisterFilter = {},
    readonly after?: RegisterCursor,
  ) {
    super();
  }
}
