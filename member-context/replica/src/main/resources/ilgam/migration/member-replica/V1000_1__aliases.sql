-- Whom a person turned out to be, as far as each reader of the events has come. The contexts that installed the replica
-- as a copy of their own have the table already.
set local client_min_messages = warning;

create table if not exists person_alias (
    reader text not null,
    person uuid not null,
    into_id uuid not null,
    primary key (reader, person)
);
