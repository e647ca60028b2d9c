create table addition (
  counter  uuid   not null,
  sequence bigint not null,
  amount   int    not null check (amount <> 666),
  position bigint not null,
  primary key (counter, sequence)
);

create table statement_timeout_seen as select current_setting('statement_timeout') as of_migrations;
