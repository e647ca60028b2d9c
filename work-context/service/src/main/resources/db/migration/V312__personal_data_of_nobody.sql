-- What tells of a person whom nobody here knows is not asked to be erased by anybody, so it goes by itself.
alter table import_personal add column kept_at timestamptz not null default now();
create index import_personal_of_nobody on import_personal (kept_at) where member_id is null;
