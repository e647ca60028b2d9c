-- When the first letter of a sequence is tried again. One without a row here has not been tried since it was set aside.
create table dead_letter_retry (
  dead_letter_identifier varchar(255) primary key references dead_letter on delete cascade,
  attempts               integer     not null,
  next_at                timestamptz not null
);

-- Who gave up which letter, and why. Only a rebuild brings its event into the projection.
create table discarded_letter (
  dead_letter_identifier varchar(255) primary key,
  discarded_at           timestamptz  not null,
  discarded_by           uuid         not null,
  reason                 text         not null,
  projection             varchar(255) not null,
  event_identifier       varchar(255) not null,
  payload_type           varchar(255) not null,
  aggregate_identifier   varchar(255),
  sequence_number        bigint
);

-- Causes were messages as they came, which may quote what members wrote. From now on they name class, place and
-- constraint only; the log has the rest of the older ones.
update dead_letter set cause_message = 'see the log' where cause_message is not null;
