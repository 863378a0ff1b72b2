-- The log of events: roles, tables, the one function that writes, and what keeps everybody else from writing.
-- Roles belong to the whole cluster, so another database may be creating them at this very moment.
do $$
declare
  _role text;
begin
  foreach _role in array array['tousu_owner', 'tousu_app'] loop
    begin
      if not exists (select from pg_roles where rolname = _role) then
        execute format('create role %I nologin', _role);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
    begin
      if not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant %I to current_user', _role);
      end if;
    exception when unique_violation then
      null;
    end;
  end loop;
end $$;

create schema es authorization tousu_owner;
set local role tousu_owner;

-- One row for every life of the log: a cluster, or a timeline of it after a restore or a failover.
-- A cursor of an older life that points past that life's end is recognised by `first_position`.
create table es.epochs (
  epoch int primary key,
  system_identifier text not null,
  timeline int not null,
  first_position bigint not null,
  opened_at timestamptz not null default clock_timestamp()
);

-- The one row whose lock orders all appends. It never leaves its page: updates are heap-only.
create table es.head (
  sole boolean primary key default true check (sole),
  epoch int not null,
  position bigint not null
) with (fillfactor = 10);
insert into es.head (epoch, position) values (0, 0);

create table es.streams (
  stream_id text collate "C" primary key,
  category text collate "C" not null,
  revision bigint not null,
  tip bytea not null
) with (fillfactor = 80);

create table es.events (
  position bigint not null,
  stream_id text collate "C" not null,
  revision bigint not null,
  category text collate "C" not null,
  event_id uuid not null,
  -- RFC 8785 text of {data,id,meta,schemaVersion,stream,type}: the very bytes that were hashed.
  body text not null,
  chain bytea not null,
  -- When the database wrote it down; outside the hash.
  appended_at timestamptz not null default clock_timestamp(),
  primary key (stream_id, revision)
);
create unique index events_position on es.events (position);
create unique index events_id on es.events (event_id, stream_id);
create index events_category on es.events (category, position);

-- Opens the next epoch when this is not the cluster, or not the timeline, that wrote last.
create function es.open_epoch() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  _identity text;
  _timeline int;
  _epoch int;
  _position bigint;
begin
  select h.epoch, h.position into _epoch, _position from es.head h for update;
  select s.system_identifier::text into _identity from pg_control_system() s;
  select c.timeline_id into _timeline from pg_control_checkpoint() c;
  if exists (select from es.epochs e
             where e.epoch = _epoch and e.system_identifier = _identity and e.timeline = _timeline) then
    return _epoch;
  end if;
  _epoch := _epoch + 1;
  insert into es.epochs (epoch, system_identifier, timeline, first_position)
    values (_epoch, _identity, _timeline, _position + 1);
  update es.head set epoch = _epoch;
  return _epoch;
end $$;

-- The chain of a stream before its first event, and after one more.
create function es.chain_start(_stream text) returns bytea
language sql stable as $$ select sha256(convert_to(_stream, 'UTF8')) $$;
create function es.chain(_before bytea, _body text) returns bytea
language sql stable as $$
  select sha256('\x02'::bytea || _before || sha256('\x01'::bytea || convert_to(_body, 'UTF8')))
$$;

-- A batch of one event whose caller names the revision (-1: no stream): the common case of a quiet hour, in
-- as few statements as can be. Answers as es.append_each does; null, and nothing written, when the stream is not
-- at that revision: es.append then finds out why.
create function es.append_one(_stream text, _expected bigint, _id uuid, _body text) returns bigint[]
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  _epoch int;
  _place bigint;
  _tip bytea;
begin
  -- The lock comes first, as in es.append.
  update es.head h set position = h.position + 1 returning h.position, h.epoch into _place, _epoch;
  if _expected = -1 then
    insert into es.streams (stream_id, category, revision, tip)
      values (_stream, split_part(_stream, '-', 1), 0, es.chain(es.chain_start(_stream), _body))
      on conflict do nothing returning tip into _tip;
  else
    update es.streams s set revision = _expected + 1, tip = es.chain(s.tip, _body)
      where s.stream_id = _stream and s.revision = _expected returning s.tip into _tip;
  end if;
  if _tip is null then
    update es.head h set position = h.position - 1;
    return null;
  end if;
  insert into es.events (position, stream_id, revision, category, event_id, body, chain)
    values (_place, _stream, _expected + 1, split_part(_stream, '-', 1), _id, _body, _tip);
  return array[_epoch, _place - 1];
end $$;

-- One event each for streams that are all distinct and all at the revision expected; null when that is not so.
-- Answers epoch and the position before the first: every append got what it expected, the rest follows.
create function es.append_each(_head bigint, _epoch int, _streams text[], _expected bigint[], _ids uuid[], _bodies text[])
returns bigint[] language plpgsql volatile as $$
declare
  _plain boolean;
  _tips bytea[];
begin
  select bool_and(coalesce(s.revision, -1) = u.expected),
         array_agg(es.chain(coalesce(s.tip, es.chain_start(u.stream)), u.body) order by u.n)
    into _plain, _tips
    from unnest(_streams, _expected, _bodies) with ordinality u(stream, expected, body, n)
    left join lateral (select t.revision, t.tip from es.streams t where t.stream_id = u.stream limit 1) s on true;
  if not _plain then
    return null;
  end if;
  insert into es.events (position, stream_id, revision, category, event_id, body, chain)
    select _head + u.n, u.stream, u.expected + 1, split_part(u.stream, '-', 1), u.id, u.body, u.tip
    from unnest(_streams, _expected, _ids, _bodies, _tips) with ordinality u(stream, expected, id, body, tip, n);
  if -1 = any (_expected) then
    insert into es.streams (stream_id, category, revision, tip)
      select u.stream, split_part(u.stream, '-', 1), 0, u.tip
      from unnest(_streams, _expected, _tips) u(stream, expected, tip) where u.expected = -1;
  end if;
  if 0 <= any (_expected) then
    update es.streams s set revision = u.expected + 1, tip = u.tip
      from unnest(_streams, _expected, _tips) u(stream, expected, tip)
      where s.stream_id = u.stream and u.expected >= 0;
  end if;
  return array[_epoch, _head];
end $$;

-- Any mixture: several events, several appends to one stream, conflicts, repetitions.
create function es.append_mixed(_head bigint, _epoch int,
  _streams text[], _slots int[], _expected bigint[], _counts int[], _ids uuid[], _bodies text[], _probe_all boolean)
returns bigint[] language plpgsql volatile as $$
declare
  _appends int := cardinality(_slots);
  _place bigint := _head; -- position given out last
  _revisions bigint[];    -- of each stream, kept up to date along the batch
  _tips bytea[];
  _known bigint[];        -- revisions before this batch
  _touched int[] := array_fill(null::int, array[cardinality(_streams)]); -- of each stream: its newest event here
  -- Of each event; null where its append was turned away.
  _event_streams text[] := array_fill(null::text, array[cardinality(_ids)]);
  _event_revisions bigint[] := array_fill(null::bigint, array[cardinality(_ids)]);
  _event_chains bytea[] := array_fill(null::bytea, array[cardinality(_ids)]);
  _event_places bigint[] := array_fill(null::bigint, array[cardinality(_ids)]);
  _done int := 0;         -- events looked at
  _written int := 0;      -- events handed to the table
  _answer bigint[] := array[_epoch];
  _i int := 1;
  _slot int;
  _count int;
  _want bigint;
  _revision bigint;
  _first bigint;
  _tip bytea;
  _wrong boolean;
  _hits int;
  _low bigint;
  _high bigint;
  _end bigint;
begin
  select array_agg(s.revision order by u.slot), array_agg(s.tip order by u.slot)
    into _revisions, _tips
    from unnest(_streams) with ordinality u(name, slot)
    left join lateral (select t.revision, t.tip from es.streams t where t.stream_id = u.name limit 1) s on true;
  _known := _revisions;

  loop
    -- Decide appends until one has to be looked up among events that are not in the table yet.
    while _i <= _appends loop
      _slot := _slots[_i];
      _want := _expected[_i];
      _count := _counts[_i];
      _revision := _revisions[_slot];
      _wrong := _want <> -2 and coalesce(_revision, -1) <> _want;
      _hits := 0;
      if _revision is not null and (_wrong or _want = -2 or _probe_all) then
        exit when _touched[_slot] > _written;
        select count(*), min(e.revision - u.n), max(e.revision - u.n), max(e.position)
          into _hits, _low, _high, _end
          from unnest(_ids[_done + 1 : _done + _count]) with ordinality u(id, n)
          cross join lateral (select v.revision, v.position from es.events v
                              where v.event_id = u.id and v.stream_id = _streams[_slot] limit 1) e;
      end if;
      if _hits = _count and _low = _high then
        _answer := _answer || array[1, _low + 1, _low + _count, _end];
        _done := _done + _count;
      elsif _hits > 0 then
        _answer := _answer || array[3, 0, 0, 0]::bigint[];
        _done := _done + _count;
      elsif _wrong then
        _answer := _answer || array[2, coalesce(_revision, -1), 0, 0];
        _done := _done + _count;
      else
        _tip := coalesce(_tips[_slot], es.chain_start(_streams[_slot]));
        _revision := coalesce(_revision, -1);
        _first := _revision + 1;
        for _k in 1 .. _count loop
          _done := _done + 1;
          _revision := _revision + 1;
          _place := _place + 1;
          _tip := es.chain(_tip, _bodies[_done]);
          _event_streams[_done] := _streams[_slot];
          _event_revisions[_done] := _revision;
          _event_chains[_done] := _tip;
          _event_places[_done] := _place;
        end loop;
        _revisions[_slot] := _revision;
        _tips[_slot] := _tip;
        _touched[_slot] := _done;
        _answer := _answer || array[0, _first, _revision, _place];
      end if;
      _i := _i + 1;
    end loop;

    insert into es.events (position, stream_id, revision, category, event_id, body, chain)
      select u.place, u.stream, u.revision, split_part(u.stream, '-', 1), u.id, u.body, u.chain
      from unnest(_event_places, _event_streams, _event_revisions, _ids, _bodies, _event_chains)
           with ordinality u(place, stream, revision, id, body, chain, n)
      where u.place is not null and u.n > _written;
    _written := _done;
    exit when _i > _appends;
  end loop;

  insert into es.streams (stream_id, category, revision, tip)
    select u.name, split_part(u.name, '-', 1), u.revision, u.tip
    from unnest(_streams, _revisions, _tips, _known) u(name, revision, tip, known)
    where u.known is null and u.revision is not null;
  update es.streams s set revision = u.revision, tip = u.tip
    from unnest(_streams, _revisions, _tips, _known) u(name, revision, tip, known)
    where s.stream_id = u.name and u.revision > u.known;
  if _place < _head + cardinality(_ids) then
    update es.head set position = _place;
  end if;
  return _answer;
end $$;

-- Writes one batch of appends. Each of them stands alone: a conflict, a duplicate or a refusal of one is
-- its own answer. Two appends to one stream act as if one came after the other.
--   _streams  distinct streams of the batch, in the order in which the appends first name them
--   _slots    for each append: which of them
--   _expected for each append: revision, -1 no stream, -2 any
--   _counts   for each append: number of events
--   _ids, _bodies  all events, append after append
--   _probe_all     look every append up among what is stored, also where it could not be a repetition
-- Answers epoch, then for each append: code, first revision, last revision, position of the last event; or
-- what es.append_each answers.
-- Codes: 0 appended, 1 duplicate, 2 conflict (first revision = actual, -1 none), 3 ids partly stored.
create function es.append(
  _streams text[], _slots int[], _expected bigint[], _counts int[], _ids uuid[], _bodies text[], _probe_all boolean
) returns bigint[]
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  _events int := cardinality(_ids);
  _epoch int;
  _head bigint;
  _answer bigint[];
begin
  -- The lock comes first. Everything after it sees all that was committed while this waited for it.
  update es.head h set position = h.position + _events
    returning h.position - _events, h.epoch into _head, _epoch;
  if _events = cardinality(_streams) and _events = cardinality(_slots) and not _probe_all then
    _answer := es.append_each(_head, _epoch, _streams, _expected, _ids, _bodies);
  end if;
  return coalesce(_answer,
    es.append_mixed(_head, _epoch, _streams, _slots, _expected, _counts, _ids, _bodies, _probe_all));
end $$;

create function es.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% on %.% is refused: what is in the log stays as it is', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger immutable before update or delete or truncate on es.events
  for each statement execute function es.refuse_change();
create trigger immutable before delete or truncate on es.streams
  for each statement execute function es.refuse_change();
create trigger immutable before update or delete or truncate on es.epochs
  for each statement execute function es.refuse_change();
create trigger immutable before insert or delete or truncate on es.head
  for each statement execute function es.refuse_change();
-- Also where session_replication_role would switch ordinary triggers off.
alter table es.events enable always trigger immutable;
alter table es.streams enable always trigger immutable;
alter table es.epochs enable always trigger immutable;
alter table es.head enable always trigger immutable;

revoke all on all functions in schema es from public;
grant usage on schema es to tousu_app;
grant select on es.epochs, es.head, es.streams, es.events to tousu_app;
grant execute on function es.append(text[], int[], bigint[], int[], uuid[], text[], boolean) to tousu_app;
grant execute on function es.append_one(text, bigint, uuid, text) to tousu_app;
grant execute on function es.open_epoch() to tousu_app;
select es.open_epoch();
reset role;
