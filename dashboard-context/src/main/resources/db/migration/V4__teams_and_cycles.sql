-- From when to when somebody belonged to a team.
create table team_member (
    team    uuid        not null,
    member  uuid        not null,
    from_at timestamptz not null,
    to_at   timestamptz not null,
    primary key (team, member, from_at)
);

-- Every rhythm that a member has set, with the first day on which it holds.
create table work_cycle (
    member         uuid not null,
    effective_from date not null,
    starts_on      date not null,
    length_days    int  not null,
    primary key (member, effective_from)
);
