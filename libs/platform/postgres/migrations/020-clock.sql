-- The time of the office. Everything that decides "is it due?" asks platform.now(), never a process.
create schema if not exists platform;
grant usage on schema platform to tousu_app;

-- One row. The offset is nought in every real office. The evaluation profile may move it: to anywhere while
-- nothing has happened yet (its sample complaints lie in the past), and forward only after that.
create table platform.evaluation_clock (
  only_row  boolean primary key default true check (only_row),
  offset_ms bigint not null default 0,
  moved_at  timestamptz
);
insert into platform.evaluation_clock default values;

create function platform.forward_only() returns trigger language plpgsql as $$
begin
  if new.offset_ms < old.offset_ms and exists (select from es.events) then
    raise exception 'the clock of the office only moves forward' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger forward_only before update on platform.evaluation_clock
  for each row execute function platform.forward_only();

-- clock_timestamp() and not now(): time goes on inside a transaction.
create function platform.now() returns timestamptz language sql volatile parallel safe as $$
  select clock_timestamp() + (select offset_ms from platform.evaluation_clock) * interval '1 millisecond'
$$;

grant select on platform.evaluation_clock to tousu_app;
grant update (offset_ms, moved_at) on platform.evaluation_clock to tousu_app;
