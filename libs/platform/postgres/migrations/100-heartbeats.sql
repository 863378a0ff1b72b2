-- Signs of life of what works without being seen: when a canary last came through the queue and when a sweep last went
-- round, by whichever worker. Safe to lose: the next beat brings it back.
create table platform.heartbeats (
  heart    text primary key,
  beat_at  timestamptz not null
);

grant select, insert, update on platform.heartbeats to tousu_app;
