-- Where somebody acted from is looked for when they are erased, and deeds of one kind when an admin asks.
create index audit_entry_place_of on audit_entry (coalesce(actor, member_id))
    where address is not null or user_agent is not null;
create index audit_entry_what on audit_entry (what, id desc);

-- When somebody was erased: what was written in that moment is swept for a day, not for ever.
alter table member add column erased_at timestamptz;
update member set erased_at = now() where erased;
create index member_erased on member (erased_at) where erased_at is not null;
