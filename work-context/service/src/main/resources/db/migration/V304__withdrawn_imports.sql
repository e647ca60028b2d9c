-- An import can be cancelled while it runs, and withdrawn afterwards.
alter table import drop constraint import_state_check;
alter table import add constraint import_state_check check (
    state in ('spooling', 'running', 'done', 'failed', 'cancelling', 'cancelled', 'withdrawing', 'withdrawn'));
alter table import drop constraint import_step_check;
alter table import add constraint import_step_check check (
    step in ('stage', 'announce', 'send', 'clean', 'withdraw', 'restore'));
alter table import add column withdrawn_by uuid;
drop index import_open;
create index import_open on import (asked_at) where state in ('spooling', 'running', 'cancelling', 'withdrawing');

-- The items that an import may have opened, and what became of each when it was withdrawn.
create table import_touched (
    import_id  uuid not null references import on delete cascade,
    item_id    uuid not null,
    number     bigint not null,
    outcome    text check (outcome in ('DONE', 'KEPT', 'NOT_ITS')),
    primary key (import_id, item_id)
);
create index import_touched_kept on import_touched (import_id, number) where outcome = 'KEPT';
