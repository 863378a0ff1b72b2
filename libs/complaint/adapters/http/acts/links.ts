import { IsCode, IsList, IsText, IsUuidLower } from '#platform/http';
import { LINK_KINDS, type LinkKind, type LinksCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** `to`: id of the complaint that this one belongs to. */
export class LinkDto {
  @IsCode(LINK_KINDS) kind: LinkKind;
  @IsUuidLower() to: string;
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** `to`: ids of the complaints that this one belongs to. */
export class GroupLinkDto {
  @IsCode(LINK_KINDS) kind: LinkKind;
  @IsList({ min: 1, max: 100 }) @IsUuidLower({ each: true }) to: string[];
  @IsText({ max: LONG_TEXT }) reason: string;
}

export class UnlinkDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

const tag = 'links';

/** Complaints that belong together. */
export const linksRoutes = {
  LinkComplaint: {
    tag,
    path: 'links',
    right: 'complaint.link',
    summary: 'Link it to another complaint of the office: the same again, or the same matter; no clock moves',
    body: LinkDto,
    status: 201,
  },
  LinkComplaints: {
    tag,
    path: 'links/group',
    right: 'complaint.link',
    summary: 'Link it to several others of the office at once: many victims of one operator (串案)',
    body: GroupLinkDto,
    status: 201,
  },
  UnlinkComplaint: {
    tag,
    path: 'links/:linkId/ending',
    right: 'complaint.link',
    summary: 'Undo a link that was wrong',
    body: UnlinkDto,
  },
} as const satisfies CaseRoutes<LinksCommands>;
