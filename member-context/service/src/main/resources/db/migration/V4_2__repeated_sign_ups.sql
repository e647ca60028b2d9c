-- What a sign-up said beside its password: another sign-up with the same idempotency key is told so.
alter table account add column sign_up_body bytea;
create index account_by_sign_up_key on account (sign_up_key) where sign_up_key is not null;
