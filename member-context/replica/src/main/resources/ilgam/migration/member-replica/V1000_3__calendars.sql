-- Every work cycle that a member has set, with the first day on which it applies. A cycle from before time zones were
-- required has none.
set local client_min_messages = warning;

create table if not exists work_cycle (
    member uuid not null,
    effective_from date not null,
    starts_on date not null,
    length_days int not null,
    time_zone text,
    primary key (member, effective_from)
);

-- Where the company's days start, from when on.
create table if not exists company_zone (
    sequence bigint primary key,
    from_at timestamptz not null,
    time_zone text not null
);
