-- What aggregates with many or heavy events are, so that they are not made of all their events each time. A cache: any
-- row may be deleted at any time.
create table aggregate_snapshot (
  aggregate_id    varchar(255) primary key,
  sequence_number bigint       not null,
  event_id        varchar(64)  not null,
  occurred_at     text         not null,
  form            varchar(255) not null,
  state           text         not null
);
