-- From when to when somebody belonged to a team.
set local client_min_messages = warning;

create table if not exists team_member (
    team uuid not null,
    member uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    primary key (team, member, from_at)
);
