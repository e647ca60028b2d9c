-- What is swept by its age is found by it.
create index audit_entry_at on audit_entry (at);
