-- Who may see a project, and what its statuses mean from when to when.
create table project (
    id         uuid primary key,
    key        text not null unique,
    visibility text not null
);

create table project_member (
    project uuid not null,
    member  uuid not null,
    primary key (project, member)
);

-- The workflows as they were defined; "meaning" is derived from all of a project's rows.
create table workflow (
    project     uuid        not null,
    sequence    bigint      not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    position    bigint      not null,
    definition  jsonb       not null,
    primary key (project, sequence)
);

-- What a status means to an item that entered it in [entered_from, entered_to), during [from_at, to_at).
-- Renaming, re-categorising and retiring (forwarding to a successor) all show as further rows.
create table meaning (
    project      uuid        not null,
    status       text        not null,
    entered_from timestamptz not null,
    entered_to   timestamptz not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    name         text        not null,
    category     text        not null,
    primary key (project, status, entered_from, from_at)
);

create table item (
    id        uuid primary key,
    project   uuid        not null,
    number    bigint      not null,
    source_key text,
    opened_at timestamptz not null,
    title     text        not null,
    -- the event that gave the title, so that an earlier one that arrives later does not win
    titled_at timestamptz not null,
    titled_by bigint      not null
);

create index item_by_opening on item (project, opened_at);

-- What an item was, from one event that matters to figures to the next. The spans of an item lie end to
-- end from its opening to infinity in the order (opening first, occurred_at, sequence); one without length
-- still counts as visited.
create table span (
    item        uuid        not null,
    sequence    bigint      not null,
    project     uuid        not null,
    field       text        not null, -- the one field its event set; the others are carried over
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    position    bigint      not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    status      text        not null, -- '' before the first status
    status_at   timestamptz not null, -- when that status was entered
    assignee    uuid,
    kind        text        not null,
    priority    text        not null,
    due_on      date,
    resolution  text,
    deleted     boolean     not null,
    primary key (item, sequence)
);

create index span_by_start on span (project, from_at);
create index span_by_status on span (project, status, to_at);

-- An item's key: project and number, or what its import's source called it where that says the same with
-- leading zeros, such as SN-0000045.
create function item_key(project text, number bigint, source_key text) returns text
    language sql immutable parallel safe
    return case
        when source_key like project || '-0%' and ltrim(substr(source_key, length(project) + 2), '0') = number::text
            then source_key
        else project || '-' || number
    end;
