-- An import and how far it is.
create table import (
    id               uuid primary key,
    project_key      text not null,
    project_id       uuid not null,
    own_project      boolean not null,
    statuses         jsonb not null default '{}',
    asked_by         uuid not null,
    asked_at         timestamptz not null default now(),
    state            text not null check (state in ('spooling', 'running', 'done', 'failed')),
    step             text not null default 'stage' check (step in ('stage', 'announce', 'send', 'clean')),
    failure          text,
    items_total      bigint not null default 0,
    items_done       bigint not null default 0,
    items_unchanged  bigint not null default 0,
    events_total     bigint not null default 0,
    events_done      bigint not null default 0,
    leased_by        uuid,
    leased_until     timestamptz
);
create index import_open on import (asked_at) where state in ('spooling', 'running');

-- The uploaded parts, as they came.
create table import_part (
    import_id  uuid not null references import on delete cascade,
    part       text not null,
    seq        integer not null,
    bytes      bytea not null,
    primary key (import_id, part, seq)
);

-- The items of a running import that still have to be sent.
create table import_item (
    import_id  uuid not null references import on delete cascade,
    line       bigint not null,
    source_id  text not null,
    item_id    uuid not null,
    number     bigint not null,
    json       text not null,
    sent       boolean not null default false,
    primary key (import_id, line),
    unique (import_id, source_id)
);
create index import_item_pending on import_item (import_id, line) where not sent;

create table import_event (
    import_id  uuid not null references import on delete cascade,
    item_line  bigint not null,
    seq        bigint not null,
    line       bigint not null,
    json       text not null,
    primary key (import_id, item_line, seq, line)
);

create table import_person (
    import_id  uuid not null references import on delete cascade,
    name       text not null,
    member_id  uuid,
    primary key (import_id, name)
);

create table import_rejection (
    import_id  uuid not null references import on delete cascade,
    file       text not null,
    line       bigint not null,
    reason     text not null,
    primary key (import_id, file, line)
);
