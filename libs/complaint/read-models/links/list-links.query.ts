import { Query } from '@nestjs/cqrs';
import type { Phase } from '../../domain/index.js';
import type { ListScope } from '../scope.js';
import type { LinkRow } from './links.projection.js';

/** A complaint linked to the one asked about, in whichever direction. */
export type LinkEntry = Pick<LinkRow, 'link_id' | 'kind' | 'score' | 'linked_at'> & {
  /** The other complaint. */
  readonly complaint_id: string;
  readonly number: string;
  readonly phase: Phase;
  readonly recorded_here: boolean;
};

/** The complaints linked to one, of those that the person may see. */
export class ListLinks extends Query<readonly LinkEntry[]> {
  constructor(
    /** What the person may see, of each office that is looked at. */
    readonly scopes: readonly ListScope[],
    readonly complaintId: string,
  ) {
    super();
  }
}
