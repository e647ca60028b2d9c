-- What the sentence of a rejected line tells of, by name: an id, a project, a limit.
alter table import_rejection add column told jsonb not null default '{}';
