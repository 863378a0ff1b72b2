-- Keys of the people whom events are about. They live apart from the events, so that the two can be backed
-- up apart: an event backup without this schema cannot bring an erased person back.
create schema personal authorization tousu_owner;
set local role tousu_owner;

create table personal.subjects (
  subject text collate "C" primary key check (subject ~ '^[0-9A-Za-z_-]{8,64}$'),
  opened_at timestamptz not null default clock_timestamp(),
  -- The tombstone. Once set it stays, and no key can be stored for the person again.
  erased_at timestamptz
);

create table personal.keys (
  subject text collate "C" primary key references personal.subjects,
  -- Fingerprint of the key-encryption key that wrapped this one. That key itself is never in the database.
  kek_id text not null,
  wrapped bytea not null check (octet_length(wrapped) = 60),
  wrapped_at timestamptz not null default clock_timestamp()
);

create function personal.keep_tombstone() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception '% on personal.subjects is refused: tombstones are kept for ever', tg_op
      using errcode = 'insufficient_privilege';
  end if;
  if new.subject <> old.subject
     or (old.erased_at is not null and new.erased_at is distinct from old.erased_at) then
    raise exception 'a tombstone is neither moved nor lifted' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- `for share` waits for an erasure that is being written, and holds off one that is about to be. It runs with
-- the owner's rights because the application may not lock what it may not change.
create function personal.refuse_key_of_the_erased() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  _erased timestamptz;
begin
  select s.erased_at into _erased from personal.subjects s where s.subject = new.subject for share;
  if _erased is not null then
    raise exception 'an erased person gets no key again' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger keep_tombstone before update or delete on personal.subjects
  for each row execute function personal.keep_tombstone();
create trigger keep_tombstones before truncate on personal.subjects
  for each statement execute function personal.keep_tombstone();
create trigger refuse_key_of_the_erased before insert or update on personal.keys
  for each row execute function personal.refuse_key_of_the_erased();
-- Also where session_replication_role would switch ordinary triggers off.
alter table personal.subjects enable always trigger keep_tombstone;
alter table personal.subjects enable always trigger keep_tombstones;
alter table personal.keys enable always trigger refuse_key_of_the_erased;

revoke all on function personal.keep_tombstone() from public;
revoke all on function personal.refuse_key_of_the_erased() from public;
-- The application opens people and reads their keys. It can neither change nor remove either.
grant usage on schema personal to tousu_app;
grant select on personal.subjects, personal.keys to tousu_app;
grant insert (subject) on personal.subjects to tousu_app;
grant insert (subject, kek_id, wrapped) on personal.keys to tousu_app;
reset role;
