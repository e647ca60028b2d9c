-- Every event that links an item to another or takes a link away: from them comes which links there were at any instant.
create table item_link (
    item_id uuid not null,
    sequence bigint not null,
    at timestamptz not null,
    type text not null,
    other uuid not null,
    linked boolean not null,
    primary key (item_id, sequence)
);
create index item_link_other on item_link (other);

-- Parts of an item, and issues about it, are found for any instant, as an assignee's work is.
create index item_parent on item_version (parent, to_at) where parent is not null;
create index item_task on item_version (task, to_at) where task is not null;
drop index item_now_parent;

-- Its processor has passed the links of an existing installation: the projection is made from the first event.
insert into projection_state (name, state)
select 'relations', 'REBUILDING' where exists (select from token_entry where processor_name = 'items');
