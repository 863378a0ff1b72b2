/**
 * How the server plans the store's statements, set on its connections. A plan lives as long as its connection:
 * one made while the tables were empty would scan them for ever after, so everything goes by index. And the
 * plan is kept: a statement over arrays looks cheaper planned anew for every call, which costs more than the
 * call itself.
 */
export const PLANS = {
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  plan_cache_mode: 'force_generic_plan',
} as const;
