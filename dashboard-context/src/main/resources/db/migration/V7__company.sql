-- Where the company's days start, from when on.
create table company_zone (
    sequence  bigint      primary key,
    from_at   timestamptz not null,
    time_zone text        not null
);
