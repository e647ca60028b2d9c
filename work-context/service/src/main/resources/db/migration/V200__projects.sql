-- A project as it is now: what lists join for keys and permissions.
create table project (
    id uuid primary key,
    key text not null unique,
    visibility text not null,
    archived boolean not null,
    started_by uuid,
    version bigint not null
);

-- A project as it was from an instant on; the first row also holds for all time before it.
create table project_version (
    project_id uuid not null,
    from_at timestamptz not null,
    version bigint not null,
    name text not null,
    description text not null,
    visibility text not null,
    archived boolean not null,
    workflow jsonb not null,
    members uuid[] not null,
    primary key (project_id, from_at)
);

create table project_member (
    project_id uuid not null,
    member_id uuid not null,
    primary key (project_id, member_id)
);
create index project_member_projects on project_member (member_id);

-- Every definition of a workflow, in order.
create table project_workflow (
    project_id uuid not null,
    from_at timestamptz not null,
    sequence bigint not null,
    statuses jsonb not null,
    successors jsonb not null,
    primary key (project_id, sequence)
);

-- What a status id stands for from an instant up to another: itself, or the successor once it is retired.
create table project_status (
    project_id uuid not null,
    status_id text not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    shown_id text not null,
    name text not null,
    category text not null,
    place int not null,
    primary key (project_id, status_id, to_at)
);
