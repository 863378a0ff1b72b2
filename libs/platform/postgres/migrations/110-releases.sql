-- Two releases at once: each keeps read models of its own version, so there is an active build for each version.
drop index platform.one_active_build;
create unique index one_active_build on platform.projections (name, version) where state = 'active';
-- When somebody of its release last kept it up to date: what nobody has followed for long is dropped.
alter table platform.projections add column followed_at timestamptz not null default clock_timestamp();
