-- The read model of the member events: rebuilt from the first event at will, so nothing else is kept in it.
create table member (
    id              uuid        primary key,
    role            text        not null,
    account         boolean     not null,
    active          boolean     not null,
    since           timestamptz not null,
    sequence        bigint      not null,
    role_changed_in bigint      not null default 0
);
create index member_admins on member (id) where role = 'ADMIN' and active;

-- Demotions of admins under way: reserved before the event is appended, given back by the event or the sweep.
create table demotion (
    member_id   uuid        primary key,
    reserved_at timestamptz not null
);

-- The one member who became admin by being the first. Survives its account, so that nobody is first again.
create table founder (
    one       boolean primary key default true check (one),
    member_id uuid    not null
);

create table account (
    member_id   uuid        primary key,
    email       text        not null,
    email_key   text        not null,
    role        text        not null,
    confirmed   boolean     not null,
    created_at  timestamptz not null,
    sign_up_key bytea,
    constraint account_email_key unique (email_key)
);
create index account_pending on account (created_at) where not confirmed;

create table credentials (
    member_id     uuid        primary key,
    password_hash text        not null,
    changed_at    timestamptz not null
);

create table profile (
    member_id               uuid   primary key,
    display_name            text   not null,
    sort_name               text   collate "C" not null,
    locale                  text   not null,
    time_zone               text   not null,
    version                 bigint not null,
    display_name_changed_in bigint not null,
    locale_changed_in       bigint not null,
    time_zone_changed_in    bigint not null
);
create index profile_by_name on profile (sort_name, member_id);

create table session (
    id           uuid        primary key,
    secret_hash  bytea       not null unique,
    member_id    uuid        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    ends_at      timestamptz not null,
    user_agent   text,
    address      text
);
create index session_of_member on session (member_id);
create index session_ending on session (ends_at);
create index session_idle on session (last_used_at);

create table access_token (
    id           uuid        primary key,
    secret_hash  bytea       not null unique,
    member_id    uuid        not null,
    name         text        not null,
    scopes       text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index access_token_of_member on access_token (member_id) where revoked_at is null;

-- Every attempt counts until it succeeds. The key is a digest of the address, so that unknown ones count alike.
create table log_in_attempt (
    account_key bytea       not null,
    at          timestamptz not null
);
create index log_in_attempt_of_account on log_in_attempt (account_key, at);
create index log_in_attempt_at on log_in_attempt (at);

-- The names by which imports know people. A row without its event yet is announced again by whoever asks next.
create table person_name (
    source_name text        primary key,
    member_id   uuid        not null unique,
    announced   boolean     not null,
    created_at  timestamptz not null
);

create table audit_entry (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    what      text        not null,
    member_id uuid,
    actor     uuid,
    address   text,
    subject   uuid
);
create index audit_entry_of_member on audit_entry (member_id, at desc);
