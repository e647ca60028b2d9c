alter table member
    add column erased            boolean not null default false,
    add column merged_into       uuid,
    add column active_changed_in bigint  not null default 0;
create index member_merged_into on member (merged_into) where merged_into is not null;

-- Mergers under way: reserved before the event is appended, given back by the event or the sweep.
create table merger (
    person_id   uuid        primary key,
    into_id     uuid        not null,
    reserved_at timestamptz not null
);
