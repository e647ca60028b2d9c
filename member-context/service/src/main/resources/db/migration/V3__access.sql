-- Mails to be sent. What a mail says and to whom goes with its sending; the row stays a while for its fate.
create table mail (
    id          uuid        primary key,
    member_id   uuid,
    recipient   text,
    subject     text,
    plain       text,
    html        text,
    created_at  timestamptz not null,
    tries       integer     not null default 0,
    next_try_at timestamptz,
    sent_at     timestamptz
);
create index mail_waiting on mail (next_try_at) where next_try_at is not null;
create index mail_of_member on mail (member_id) where next_try_at is not null;

-- Mails that somebody asked for by naming an address, known or not: looked at when nobody waits for the answer.
create table mail_wish (
    id         bigint      generated always as identity primary key,
    kind       text        not null,
    email_key  text        not null,
    address    text,
    user_agent text,
    at         timestamptz not null
);

create table password_reset (
    secret_hash bytea       primary key,
    member_id   uuid        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index password_reset_of_member on password_reset (member_id, created_at);
create index password_reset_ending on password_reset (expires_at);

create table email_confirmation (
    secret_hash bytea       primary key,
    member_id   uuid        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index email_confirmation_of_member on email_confirmation (member_id, created_at);
create index email_confirmation_ending on email_confirmation (expires_at);

-- Whether the address is known to be the member's.
alter table account add column proven boolean not null default true;

alter table audit_entry add column user_agent text;
create index audit_entry_by_member on audit_entry (member_id, id desc);
