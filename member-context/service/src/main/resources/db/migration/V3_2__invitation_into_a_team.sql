alter table invitation add column team_id uuid;
