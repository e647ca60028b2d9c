-- The embedded event store: one append-only table. Applied by a superuser at every start.
create sequence if not exists domain_event_index as bigint;

create table if not exists domain_event (
  global_index         bigint primary key default nextval('domain_event_index'),
  event_identifier     varchar(64)  not null,
  aggregate_identifier varchar(255) not null,
  sequence_number      bigint       not null,
  type                 varchar(255),
  time_stamp           varchar(40)  not null,
  payload_type         varchar(255) not null,
  payload_revision     varchar(255),
  payload              bytea        not null,
  meta_data            bytea,
  -- By the database's clock, so that readers need not trust a writer's to judge whether a gap may still be filled.
  recorded_at          timestamptz  not null default clock_timestamp(),
  constraint domain_event_once unique (aggregate_identifier, sequence_number)
);

alter sequence domain_event_index owned by domain_event.global_index;
create index if not exists domain_event_recorded_at on domain_event using brin (recorded_at);
