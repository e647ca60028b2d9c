-- The read model of the team events.
create table team (
    id        uuid   primary key,
    name      text   not null,
    sort_name text   collate "C" not null,
    sequence  bigint not null
);
create index team_by_name on team (sort_name, id);

create table team_member (
    team_id   uuid        not null,
    member_id uuid        not null,
    lead      boolean     not null,
    since     timestamptz not null,
    primary key (team_id, member_id)
);
create index team_member_of on team_member (member_id);

-- Names in use. One without its event yet is given back by the sweep.
create table team_name (
    name_key  text        primary key,
    team_id   uuid        not null,
    confirmed boolean     not null,
    taken_at  timestamptz not null
);
create index team_name_of_team on team_name (team_id);
create index team_name_pending on team_name (taken_at) where not confirmed;
