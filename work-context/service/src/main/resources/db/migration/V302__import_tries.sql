-- How often a running import was taken up since it last got on, as what breaks it each time must end some day; and why a
-- failed one failed, as a word that the screens say in each language.
alter table import add column tries integer not null default 0;
alter table import add column failure_reason text;
