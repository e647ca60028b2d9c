-- Accounts under way that take over a known person's id: what their member is to be called once the person is theirs.
create table account_claim (
    member_id    uuid primary key,
    display_name text not null,
    locale       text not null,
    time_zone    text not null
);

-- The known person whom an invitation lets claim their history.
alter table invitation add column member_id uuid;
create index invitation_open_for_member on invitation (member_id)
    where member_id is not null and accepted_at is null and revoked_at is null;
