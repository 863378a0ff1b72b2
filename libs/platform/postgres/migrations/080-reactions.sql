-- How far each reaction has read, and what of it went wrong. What a reaction does is idempotent: lost, it is done again.
create table platform.reactions (
  name        text primary key,
  position    text not null,
  fence       bigint not null default 0,
  changed_at  timestamptz not null default clock_timestamp()
);

create table platform.reaction_failures (
  reaction        text not null,
  event_id        text not null,
  stream          text not null,
  revision        integer not null,
  attempts        integer not null,
  last_error      text not null,
  first_failed_at timestamptz not null,
  last_failed_at  timestamptz not null,
  retry_at        timestamptz not null,
  parked_at       timestamptz,
  primary key (reaction, event_id)
);

grant select, insert, update, delete on platform.reactions, platform.reaction_failures to tousu_app;
