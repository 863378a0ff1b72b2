import { describe, expect, it } from '@jest/globals';
import { shown } from './list-cluster.handler.js';
import { CLUSTER_LIMIT, type ClusterMember } from './list-clusters.query.js';

const member = (place: number): ClusterMember => ({
  complaint_id: `c-${String(place).padStart(4, '0')}`,
  number: String(place),
  phase: 'registered',
  received_at: new Date(Date.UTC(2026, 0, 1, 0, place)).toISOString(),
  respondent: '云海翠缘珠宝有限公司',
  handlers: [],
});

describe('a cluster as it is shown', () => {
  it('stands in the order of receipt, wherever the complaint asked of has its place', () => {
    const rows = [member(2), member(0), member(1), member(3)];
    expect(shown(rows)).toEqual({ rows: [0, 1, 2, 3].map(member), more: false });
  });

  it('says that there are more than it shows, and the one asked of is among those shown', () => {
    const asked = member(CLUSTER_LIMIT + 5);
    const others = Array.from({ length: CLUSTER_LIMIT }, (_, place) => member(place));
    const whole = shown([asked, ...others.slice(1)]);
    expect([whole.rows.length, whole.more]).toEqual([CLUSTER_LIMIT, false]);
    const cut = shown([asked, ...others]);
    expect([cut.rows.length, cut.more]).toEqual([CLUSTER_LIMIT, true]);
    expect(cut.rows.at(-1)).toEqual(asked);
  });
});
