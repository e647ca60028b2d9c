create table tally (
  counter uuid   primary key,
  events  bigint not null
);
