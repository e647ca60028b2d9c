-- Histories of items tell who retired a status, and when. Definitions that were told before lack it until the projection
-- has been made from the first event.
alter table project_workflow
    add column event_id uuid,
    add column actor uuid,
    add column source text,
    add column recorded_at timestamptz;

insert into projection_state (name, state)
select 'projects', 'REBUILDING' where exists (select from token_entry where processor_name = 'projects')
on conflict do nothing;
