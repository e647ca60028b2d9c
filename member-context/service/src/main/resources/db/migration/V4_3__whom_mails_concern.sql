-- Addresses in the form that is compared, to find all that was sent to somebody who is to be forgotten.
alter table invitation add column email_key text;
update invitation set email_key = lower(email);
create index invitation_by_email_key on invitation (email_key) where email_key is not null;

-- Whom a mail names beside its reader: the one who invites.
alter table mail add column recipient_key text, add column author_id uuid;
update mail set recipient_key = lower(recipient);
