-- Answers to requests with an Idempotency-Key, kept for a day.
create table idempotent_request (
  member       uuid         not null,
  key          varchar(200) not null,
  path         varchar(600) not null,
  request_hash text         not null,
  started_at   timestamptz  not null,
  status       smallint,
  headers      jsonb,
  body         text,
  primary key (member, key, path)
);

create index idempotent_request_started_at on idempotent_request (started_at);
