-- Whom a person turned out to be, as far as each reader of the events has come.
create table person_alias (
    reader text not null,
    person uuid not null,
    into_id uuid not null,
    primary key (reader, person)
);
