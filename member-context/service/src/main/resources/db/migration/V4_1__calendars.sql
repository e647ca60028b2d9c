-- The read model of the work calendar events: how far it is, every rhythm by its first day, and leave.
create table work_calendar (
    member_id uuid   primary key,
    sequence  bigint not null
);

create table work_cycle (
    member_id      uuid    not null,
    effective_from date    not null,
    starts_on      date    not null,
    length_days    int     not null,
    working_days   text[]  not null,
    hours_a_day    numeric not null,
    time_zone      text    not null,
    primary key (member_id, effective_from)
);

create table leave (
    id        uuid primary key,
    member_id uuid not null,
    from_on   date not null,
    to_on     date not null,
    part      text not null
);
create index leave_of_member on leave (member_id, from_on);

-- The calendars of holidays that the company uses; "file" is what an imported one is reckoned from.
create table holiday_calendar (
    id         uuid        primary key,
    name       text        not null,
    kind       text        not null,
    country    text,
    file       text,
    created_at timestamptz not null
);

-- The read model of the holiday events.
create table holiday (
    calendar uuid not null,
    date     date not null,
    name     text not null,
    primary key (calendar, date, name)
);
create index holiday_by_date on holiday (date);

create table holiday_version (
    calendar uuid   primary key,
    sequence bigint not null
);
