-- Who may sign up. One row.
create table sign_up_rule (
    one     boolean primary key default true check (one),
    mode    text    not null,
    domains text[]  not null
);
insert into sign_up_rule (mode, domains) values ('OPEN', '{}');

create table invitation (
    id          uuid        primary key,
    secret_hash bytea       not null unique,
    email       text,
    role        text        not null,
    mailed      boolean     not null,
    created_by  uuid        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    accepted_by uuid,
    accepted_at timestamptz
);
create index invitation_accepted on invitation (accepted_by) where accepted_by is not null;
