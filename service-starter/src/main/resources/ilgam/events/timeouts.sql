-- Time-outs of the contexts' roles. Applied by a superuser at every start; the roles exist.
-- A request whose statement is cancelled is answered with 503. Migrations and rebuilds turn the time-out off.
do $$
declare
  context text;
begin
  foreach context in array array['ilgam_member', 'ilgam_work', 'ilgam_dashboard'] loop
    if exists (select from pg_roles where rolname = context) then
      execute format('alter role %I set statement_timeout = %L', context, '30s');
      execute format('alter role %I set idle_in_transaction_session_timeout = %L', context, '5min');
    end if;
  end loop;
end
$$;
