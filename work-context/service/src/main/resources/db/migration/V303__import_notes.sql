-- Values that an import tidied, each with its line, and how many there were of each sort. Of a sort the first thousand
-- are kept.
create table import_note (
    import_id  uuid not null references import on delete cascade,
    file       text not null,
    line       bigint not null,
    seq        bigint generated always as identity,
    field      text not null,
    was        text,
    became     text,
    reason     text not null,
    primary key (import_id, seq)
);

create table import_note_count (
    import_id  uuid not null references import on delete cascade,
    file       text not null,
    field      text not null,
    reason     text not null,
    total      bigint not null,
    primary key (import_id, file, field, reason)
);

-- All rejected lines are counted, the first thousand kept.
create table import_rejection_count (
    import_id  uuid not null references import on delete cascade,
    file       text not null,
    total      bigint not null,
    primary key (import_id, file)
);
insert into import_rejection_count select import_id, file, count(*) from import_rejection group by 1, 2;
alter table import_rejection add column cause text;

-- What is looked up of an item without reading it: the parent that its line names, which is cut where parents go in
-- circles or too deep; since when it is there; and how heavy it is with its events.
alter table import_item add column parent text;
alter table import_item add column parent_cut boolean not null default false;
alter table import_item add column created_at timestamptz;
alter table import_item add column weight bigint not null default 0;
alter table import_event add column at timestamptz;

-- Where a person is first named.
alter table import_person add column file text;
alter table import_person add column line bigint;
alter table import_person add column field text;

-- Imports take turns.
alter table import add column turn_at timestamptz;

-- What told who somebody is and had no place in an event. It can be erased.
create table import_personal (
    item_id    uuid not null,
    digest     bigint not null,
    import_id  uuid not null,
    field      text not null,
    value      text not null,
    member_id  uuid,
    primary key (item_id, digest)
);
create index import_personal_member on import_personal (member_id) where member_id is not null;
create index import_personal_import on import_personal (import_id);
