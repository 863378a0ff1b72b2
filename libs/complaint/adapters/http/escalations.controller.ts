import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { isDenial, principalOf, supervisedOffices, type Role, type SignedIn } from '#identity';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  IsCode,
  ListCursors,
  MayBeMissing,
  PageQuery,
  type Page,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import { announcementOf, type EscalatedTo } from '../../domain/index.js';
import {
  ESCALATION_STATUSES,
  ListEscalations,
  type DeadlineCursor,
  type EscalationEntry,
  type EscalationScope,
  type EscalationStatus,
} from '../../read-models/index.js';
import { Offices } from '../../use-cases/index.js';
import { EscalationPageDto } from './answers/escalations.dto.js';
import { deadlineEntry } from './lists.controller.js';
import { ownScope } from './own-scope.js';

/** Who holds the posts that rules name; the approver is the leader in charge, and above him stands the bureau leader. */
const POSTS: Readonly<Partial<Record<Role, EscalatedTo>>> = {
  'section-head': 'section-head',
  leader: 'leader',
  'bureau-leader': 'superior-of-approver',
};

export class EscalationQuery extends PageQuery {
  /** `missed`, unless told: what still asks for something. `met-late`: what was done late, in cases that go on. */
  @MayBeMissing() @IsCode(ESCALATION_STATUSES) status?: EscalationStatus;
}

/** What ran out and was brought before the person who asks (升级), and before nobody else. */
@ApiTags('lists')
@Controller('v1/escalations')
export class EscalationsController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly queries: QueryBus,
    private readonly offices: Offices,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Get()
  @ApiOperation({
    summary:
      'What ran out and was brought before you: as handler, by your post, or as superior; oldest first',
  })
  @Answers(200, EscalationPageDto, { description: 'A page of misses that wait for you' })
  async escalations(
    @CheckedQuery(EscalationQuery) query: EscalationQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const scope = this.scope(request);
    const { status } = query;
    const list = this.cursors.open('escalations', query, { status }, scope);
    const found = await this.queries.execute(
      new ListEscalations(scope, list.limit, status, list.after as DeadlineCursor | undefined),
    );
    const items = found.rows.map((row) => entryOf(row, scope));
    return this.cursors.page(request, reply, items, found, list);
  }

  private scope(request: SignedIn): EscalationScope {
    const { officeId, person } = ownScope(request, 'escalation.list');
    const principal = principalOf(request);
    const { tree } = this.offices;
    const supervised = supervisedOffices(principal, (office) => tree.subtreeOf(office));
    const farBelow = isDenial(supervised) ? [] : supervised;
    const below = tree.directlyBelow(officeId).filter((office) => farBelow.includes(office));
    const posts = principal.roles.flatMap((role) => POSTS[role] ?? []);
    return { officeId, person, posts, below, farBelow };
  }
}

function entryOf(row: EscalationEntry, scope: EscalationScope): object {
  return {
    ...deadlineEntry(row),
    office: row.office,
    phase: row.phase,
    handlers: row.handlers,
    consequence: row.whole_clock.onMiss,
    unannounced: announcementOf(row.whole_clock) === 'not-announced',
    escalatedTo: row.escalated_to,
    as: row.escalated_to.filter((to) => isMine(to, row, scope)),
  };
}

function isMine(to: EscalatedTo, { office, in_hand }: EscalationEntry, scope: EscalationScope): boolean {
  if (office !== scope.officeId) return to === 'superior-office';
  return to === 'handler' ? in_hand : scope.posts.includes(to);
}
