import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { Phase } from '../../domain/index.js';
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

/** The complaints against one respondent that are still in work. */
export interface Cluster {
  readonly respondent: string;
  /** Still in work. */
  readonly open: number;
  /** Of these, how many a link joins to another one of them. */
  readonly linked: number;
  readonly first_received_at: string;
  readonly last_received_at: string;
}

export interface ClusterCursor {
  readonly open: number;
  readonly respondent: string;
}

/** Respondents with several complaints in work at once, most of them first. */
export class ListClusters extends Query<ListPage<Cluster, ClusterCursor>> {
  constructor(
    readonly scope: ListScope,
    readonly limit: number,
    readonly after?: ClusterCursor,
  ) {
    super();
  }
}
