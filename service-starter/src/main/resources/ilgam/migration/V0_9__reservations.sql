-- What is taken before an append, so that of several who want it at once one gets it. Confirmed or ended by the event,
-- released once the event store was asked and has none.
create table reservation (
  kind      varchar(40) not null,
  key       text        not null,
  id        uuid        not null default gen_random_uuid(),
  holder    uuid        not null,
  confirmed boolean     not null default false,
  taken_at  timestamptz not null default now(),
  primary key (kind, key)
);
create index reservation_of_holder on reservation (kind, holder);
create index reservation_pending on reservation (taken_at) where not confirmed;
