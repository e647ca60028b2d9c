-- One row per event of an item. "changes" is a list of [field, from, to] with ids as the event had them.
create table item_history (
    item_id uuid not null,
    at timestamptz not null,
    sequence bigint not null,
    event_id uuid not null,
    actor uuid,
    source text not null,
    type text not null,
    changes jsonb not null,
    recorded_at timestamptz not null,
    position bigint not null,
    primary key (item_id, at, sequence)
);

-- One row per wording of a comment; without a text it was removed.
create table item_comment (
    item_id uuid not null,
    comment_id uuid not null,
    sequence bigint not null,
    at timestamptz not null,
    actor uuid,
    text text,
    primary key (item_id, comment_id, sequence)
);
