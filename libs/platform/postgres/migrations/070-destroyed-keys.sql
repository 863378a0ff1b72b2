-- Keys are destroyed when what stands under them has been kept for its term. The application still can neither change
-- nor remove a key itself: this function only ends keys, and a tombstone once written is never lifted.
set local role tousu_owner;

create function personal.destroy(_subjects text[]) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  _destroyed integer;
begin
  -- In one order, so that two of them cannot wait for each other. The tombstone first: a key that is being stored
  -- for one of them waits for it and is refused.
  perform from personal.subjects s where s.subject = any (_subjects) order by s.subject for update;
  update personal.subjects s set erased_at = clock_timestamp()
  where s.subject = any (_subjects) and s.erased_at is null;
  delete from personal.keys k where k.subject = any (_subjects);
  get diagnostics _destroyed = row_count;
  return _destroyed;
end $$;

revoke all on function personal.destroy(text[]) from public;
grant execute on function personal.destroy(text[]) to tousu_app;
reset role;
