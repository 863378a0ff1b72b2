-- The timers themselves are a read model of the log (read.timers_v…). This is only what the log does not say:
-- clocks whose firing went wrong, how often, and when it is tried again. Safe to lose: firing starts afresh.
create table platform.timer_failures (
  timer_id       text not null,
  revision       integer not null,
  attempts       integer not null,
  last_error     text not null,
  first_failed_at timestamptz not null,
  last_failed_at timestamptz not null,
  retry_at       timestamptz not null,
  parked_at      timestamptz,
  primary key (timer_id, revision)
);

grant select, insert, update, delete on platform.timer_failures to tousu_app;
