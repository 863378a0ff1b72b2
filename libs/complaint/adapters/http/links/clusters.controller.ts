import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type SignedIn } from '#identity';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  ListCursors,
  PageQuery,
  UuidParam,
  type Page,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import { ListCluster, ListClusters, OVER, type ClusterCursor } from '../../../read-models/index.js';
import { Cases } from '../../../use-cases/index.js';
import { ClusterDto, ClusterPageDto } from '../answers/clusters.dto.js';
import { ownScope, ownScopeAndBelow } from '../own-scope.js';
import { readCase } from '../read-case.js';

/** Many victims of one operator (串案). Each complaint keeps its own course and clocks. */
@ApiTags('links')
@Controller('v1')
export class ClustersController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly cases: Cases,
    private readonly queries: QueryBus,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Get('complaints/:id/cluster')
  @ApiOperation({
    summary:
      'The complaints that links join to this one, from whichever side and however far; itself among them',
  })
  @Answers(200, ClusterDto, { description: 'The cluster, the first received first' })
  async cluster(@UuidParam('id') id: string, @Req() request: SignedIn): Promise<object> {
    const { state } = await readCase(this.cases, id, 'complaint.read', request);
    const office = this.cases.subjectOf(state);
    const scopes = ownScopeAndBelow(request, 'complaint.list', office);
    const { rows, more } = await this.queries.execute(new ListCluster(scopes, id));
    const items = rows.map(({ complaint_id, received_at, ...row }) => ({
      id: complaint_id,
      ...row,
      receivedAt: received_at,
    }));
    const open = rows.filter(({ phase }) => !OVER.includes(phase)).length;
    return { id, open, more, items };
  }

  @Get('clusters')
  @ApiOperation({
    summary:
      'Operators with several complaints in work at once, by what they were recognised, and how many are linked',
  })
  @Answers(200, ClusterPageDto, { description: 'A page of operators' })
  async clusters(
    @CheckedQuery(PageQuery) query: PageQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const scope = ownScope(request, 'complaint.list');
    const list = this.cursors.open('clusters', query, {}, scope);
    const found = await this.queries.execute(
      new ListClusters(scope, list.limit, list.after as ClusterCursor | undefined),
    );
    const items = found.rows.map(
      ({ first_received_at, last_received_at, recognised_by, operator: _, licence, ...row }) => ({
        ...row,
        ...(licence === null ? {} : { licence }),
        recognisedBy: recognised_by,
        firstReceivedAt: first_received_at,
        lastReceivedAt: last_received_at,
      }),
    );
    return this.cursors.page(request, reply, items, found, list);
  }
}
