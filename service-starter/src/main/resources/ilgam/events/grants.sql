-- Privileges in the event store's database. Applied by a superuser after schema.sql; the roles exist.
-- No role may change or delete an event. The server rolls back an append that takes longer than ten seconds, so
-- that readers know when a gap in the global index can no longer be filled.
do $$
declare
  context text;
begin
  execute format('revoke all on database %I from public', current_database());
  revoke all on schema public from public;
  revoke all on all tables in schema public from public;
  foreach context in array array['ilgam_member', 'ilgam_work', 'ilgam_dashboard'] loop
    if exists (select from pg_roles where rolname = context) then
      execute format('grant connect on database %I to %I', current_database(), context);
      execute format('grant usage on schema public to %I', context);
      execute format('revoke all on domain_event, domain_event_index from %I', context);
      execute format('grant select on domain_event to %I', context);
      if context <> 'ilgam_dashboard' then
        execute format('grant insert on domain_event to %I', context);
        execute format('grant usage on sequence domain_event_index to %I', context);
      end if;
      execute format('alter role %I in database %I set transaction_timeout = %L', context, current_database(), '10s');
    end if;
  end loop;
end
$$;
