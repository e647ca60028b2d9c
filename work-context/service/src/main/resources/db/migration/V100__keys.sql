-- What has to be unique or free of cycles across aggregates. A row is written before the event it stands for
-- (unconfirmed), and confirmed by it.

create table project_key (
    key text primary key,
    project uuid not null unique,
    confirmed boolean not null default false,
    taken_at timestamptz not null default now()
);

-- The highest number that a project gave, and which item has which. A number is never given twice.
create table item_counter (
    project uuid primary key,
    last bigint not null
);

create table item_number (
    project uuid not null,
    number bigint not null,
    item uuid not null unique,
    primary key (project, number)
);

-- Which item is tied to which: its parent, what it blocks, relates to, or duplicates.
create table item_tie (
    kind text not null,
    item uuid not null,
    other uuid not null,
    confirmed boolean not null default false,
    tied_at timestamptz not null default now(),
    primary key (kind, item, other)
);
create index item_tie_backwards on item_tie (kind, other, item);

-- Who can be given work.
create table person (
    member uuid primary key,
    role text not null
);
