import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { accessFor, isDenial, listScope, principalOf, type ListScope, type SignedIn } from '#identity';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  ListCursors,
  PageQuery,
  throwDenied,
  UuidParam,
  type Page,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import type { RegisteredComplaint } from '../../../domain/index.js';
import { ListCluster, ListClusters, OVER, type ClusterCursor } from '../../../read-models/index.js';
import { Cases } from '../../../use-cases/index.js';
import { ClusterDto, ClusterPageDto } from '../answers/clusters.dto.js';
import { ownScope } from '../own-scope.js';

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
    const answer = await this.cases.read(id, accessFor(principalOf(request), 'complaint.read'));
    if ('denial' in answer) return throwDenied(answer.denial);
    const scopes = this.scopes(request, answer.loaded.state);
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
      'Respondents with several complaints in work at once, most of them first, and how many are linked',
  })
  @Answers(200, ClusterPageDto, { description: 'A page of respondents' })
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
    const items = found.rows.map(({ first_received_at, last_received_at, ...row }) => ({
      ...row,
      firstReceivedAt: first_received_at,
      lastReceivedAt: last_received_at,
    }));
    return this.cursors.page(request, reply, items, found, list);
  }

  /** What the person may see of the own office's list, and who supervises the office that has the case also of that one's. */
  private scopes(request: SignedIn, state: RegisteredComplaint): ListScope[] {
    const own = ownScope(request, 'complaint.list');
    const { officeId, superiors } = this.cases.subjectOf(state);
    if (officeId === own.officeId) return [own];
    const theirs = listScope(principalOf(request), 'complaint.list', { officeId, superiors });
    return isDenial(theirs) ? [own] : [own, theirs];
  }
}
