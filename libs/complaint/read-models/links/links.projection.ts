import type { Projection } from '#platform/projections';
import type { LinkKind } from '../../domain/index.js';
import { complaintOf, eventOf } from '../projected.js';

/** A link that stands between two complaints, to be found from either side. */
export interface LinkRow {
  readonly link_id: string;
  readonly complaint_id: string;
  readonly linked_to: string;
  readonly kind: LinkKind;
  readonly score: number;
  readonly linked_at: string;
}

export const linksProjection: Projection<LinkRow> = {
  name: 'links',
  version: 1,
  categories: ['complaint'],
  columns: {
    link_id: 'text not null',
    complaint_id: 'text not null',
    linked_to: 'text not null',
    kind: 'text not null',
    score: 'integer not null',
    linked_at: 'timestamptz not null',
  },
  key: 'link_id',
  indexes: ['complaint_id', 'linked_to'],
  touches: ({ type, data }) =>
    type === 'ComplaintLinked' || type === 'ComplaintUnlinked' ? [(data as { linkId: string }).linkId] : [],
  fold(_row, key, projected) {
    const event = eventOf(projected);
    if (event.type !== 'ComplaintLinked') return null;
    const { to, kind, likeness, at } = event.data;
    const complaint_id = complaintOf(projected.stream);
    return { link_id: key, complaint_id, linked_to: to, kind, score: likeness.score, linked_at: at };
  },
};
