-- Who leads what, and how far each read model has read.
create schema if not exists platform;
create schema if not exists read;
grant usage on schema platform to tousu_app;
-- The application makes the tables of its own read models: a new version needs no owner at hand.
grant usage, create on schema read to tousu_app;

-- A lease. Every new leader draws a higher fence, and the fence is checked inside every write a leader makes.
create sequence platform.fences;
create table platform.leaders (
  name     text primary key,
  fence    bigint not null,
  holder   text not null,
  beat_at  timestamptz not null
);

-- One row per built table of a read model. Readers use the active one.
create table platform.projections (
  name             text not null,
  version          integer not null check (version > 0),
  build            integer not null check (build > 0),
  table_name       text not null unique,
  state            text not null check (state in ('building', 'active', 'retired')),
  position         text not null,
  fence            bigint not null default 0,
  error            text,
  error_position   text,
  changed_at       timestamptz not null default clock_timestamp(),
  primary key (name, version, build)
);
create unique index one_active_build on platform.projections (name) where state = 'active';

grant usage on sequence platform.fences to tousu_app;
grant select, insert, update, delete on platform.leaders, platform.projections to tousu_app;
