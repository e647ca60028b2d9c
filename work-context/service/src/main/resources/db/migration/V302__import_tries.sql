-- How often a running import was taken up since it last got on: what breaks it each time must end some day.
alter table import add column tries integer not null default 0;
