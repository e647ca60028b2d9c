-- Leave that was ended early keeps its first days for good: nothing of it can be cancelled any more.
alter table leave add column ended boolean not null default false;
