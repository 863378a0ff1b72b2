import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { Phase, RecognisedBy } from '../../domain/index.js';
import type { ListScope } from '../scope.js';

/** A complaint of a cluster. */
export interface ClusterMember {
  readonly complaint_id: string;
  readonly number: string;
  readonly phase: Phase;
  readonly received_at: string;
  readonly respondent: string;
  readonly handlers: readonly string[];
}

/** How many complaints of a cluster are shown at once. */
export const CLUSTER_LIMIT = 1000;

/** A cluster as it is shown. */
export interface ClusterFound {
  /** The first received first. */
  readonly rows: readonly ClusterMember[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/**
 * Everybody hurt by the same thing (串案): the complaints that links join to this one, from whichever side and however far.
 * The one asked of, which the person may read, is among them in any case.
 */
export class ListCluster extends Query<ClusterFound> {
  constructor(
    /** What the person may see, of each office that is looked at. */
    readonly scopes: readonly ListScope[],
    readonly complaintId: string,
  ) {
    super();
  }
}

/** The complaints against one operator that are still in work. */
export interface Cluster {
  /** What holds them together; opaque. */
  readonly operator: string;
  /** Its name as it was written last. */
  readonly respondent: string;
  /** Every way in which it is written, the first twenty. */
  readonly names: readonly string[];
  /** As it is compared; null where no complaint gives one. */
  readonly licence: string | null;
  /** By what they are taken to be against one operator. */
  readonly recognised_by: readonly RecognisedBy[];
  /** Still in work. */
  readonly open: number;
  /** Of these, how many a link joins to another one of them. */
  readonly linked: number;
  readonly first_received_at: string;
  readonly last_received_at: string;
}

export interface ClusterCursor {
  readonly open: number;
  readonly operator: string;
}

/** Operators with several complaints in work at once, most of them first. */
export class ListClusters extends Query<ListPage<Cluster, ClusterCursor>> {
  constructor(
    readonly scope: ListScope,
    readonly limit: number,
    readonly after?: ClusterCursor,
  ) {
    super();
  }
}
