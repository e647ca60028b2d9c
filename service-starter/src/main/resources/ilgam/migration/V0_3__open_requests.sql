-- A request that ended without an answer to keep: what it changed is not known, and it may come again.
alter table idempotent_request add column open boolean not null default false;
