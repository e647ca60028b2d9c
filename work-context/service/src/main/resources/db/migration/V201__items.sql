create extension if not exists pg_trgm;

create type item_priority as enum ('URGENT', 'HIGH', 'NORMAL', 'LOW', 'NONE');

-- An item as it was from one instant up to the next at which something happened to it. "sets" and
-- "labels_set" say what was set at from_at, so that a late event of an earlier instant can be fitted in.
create table item_version (
    item_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    version bigint not null,
    sets int not null,
    project_id uuid not null,
    number bigint not null,
    source_key text,
    created_at timestamptz not null,
    reporter uuid,
    kind text not null,
    title text not null,
    status_id text,
    assignee uuid,
    priority item_priority not null,
    severity text,
    resolution text,
    start_on date,
    due_on date,
    estimate_hours numeric,
    labels text[] not null,
    labels_set text[] not null,
    parent uuid,
    source_parent text,
    task uuid,
    deleted boolean not null,
    primary key (item_id, to_at)
);
create unique index item_now_key on item_version (project_id, number) where to_at = 'infinity';
create index item_now_source_key on item_version (source_key) where to_at = 'infinity' and source_key is not null;
create index item_assignee on item_version (assignee, to_at) where assignee is not null;
create index item_now_reporter on item_version (reporter) where to_at = 'infinity';
create index item_now_created on item_version (created_at, item_id) where to_at = 'infinity';
create index item_now_updated on item_version (from_at, item_id) where to_at = 'infinity';
create index item_now_due on item_version (coalesce(due_on, 'infinity'::date), item_id) where to_at = 'infinity';
create index item_now_due_down on item_version (coalesce(due_on, '-infinity'::date), item_id) where to_at = 'infinity';
create index item_now_priority on item_version (priority, item_id) where to_at = 'infinity';
create index item_now_deleted on item_version (created_at, item_id) where to_at = 'infinity' and deleted;
create index item_now_status on item_version (project_id, status_id, created_at) where to_at = 'infinity';
create index item_now_parent on item_version (parent) where to_at = 'infinity' and parent is not null;

-- Descriptions are long and change seldom, so they have versions of their own.
create table item_description (
    item_id uuid not null,
    from_at timestamptz not null,
    text text not null,
    primary key (item_id, from_at)
);

-- Every status event, also those left in the same instant: from them come the done instants.
create table item_status (
    item_id uuid not null,
    at timestamptz not null,
    sequence bigint not null,
    status_id text,
    primary key (item_id, at, sequence)
);

-- What search looks through, as it is now.
create table item_text (
    item_id uuid primary key,
    text text not null
);
create index item_text_trigrams on item_text using gin (text gin_trgm_ops);
