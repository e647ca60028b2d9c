lock table account in share row exclusive mode;
insert into reservation (kind, key, holder, confirmed, taken_at)
select 'email-address', email_key, member_id, confirmed, created_at from account;

-- Read by nobody any more but an instance of the version before that is still there.
alter table account alter column confirmed set default true;
drop index account_pending;
