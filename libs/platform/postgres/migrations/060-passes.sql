-- Long work over many cases, done page by page: what it is about, how far it has come, what it did. Safe to lose: a
-- pass changes nothing that it has changed before, and begins anew.
create table platform.passes (
  name       text primary key,
  mark       text not null,
  cursor     text,
  tally      jsonb not null default '{}',
  begun_at   timestamptz not null,
  ended_at   timestamptz,
  done_mark  text,
  fence      bigint not null
);

grant select, insert, update, delete on platform.passes to tousu_app;
