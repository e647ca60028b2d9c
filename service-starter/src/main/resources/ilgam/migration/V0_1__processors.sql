-- Where each event processor stands, and the events that it could not handle.
create table token_entry (
  processor_name varchar(255) not null,
  segment        integer      not null,
  token          bytea,
  token_type     varchar(255),
  time_stamp     varchar(255),
  owner          varchar(255),
  primary key (processor_name, segment)
) with (fillfactor = 50);

create table dead_letter (
  dead_letter_identifier varchar(255) primary key,
  processing_group       varchar(255) not null,
  sequence_identifier    varchar(255) not null,
  sequence_index         bigint       not null,
  message_type           varchar(255) not null,
  event_identifier       varchar(255) not null,
  time_stamp             varchar(255) not null,
  payload_type           varchar(255) not null,
  payload_revision       varchar(255),
  payload                bytea        not null,
  meta_data              bytea,
  type                   varchar(255),
  aggregate_identifier   varchar(255),
  sequence_number        bigint,
  token_type             varchar(255),
  token                  bytea,
  enqueued_at            varchar(255) not null,
  last_touched           varchar(255),
  processing_started     varchar(255),
  cause_type             varchar(255),
  cause_message          varchar(1023),
  diagnostics            bytea,
  constraint dead_letter_in_sequence unique (processing_group, sequence_identifier, sequence_index)
);
