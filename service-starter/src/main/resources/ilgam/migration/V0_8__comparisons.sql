-- A rebuild that never takes the place of the projection: it is compared with it, and goes.
alter table projection_state add column compare boolean not null default false;

-- What the latest comparison of each projection has found.
create table projection_comparison (
  name        varchar(255) primary key,
  compared_at timestamptz  not null default now(),
  row_count   bigint       not null,
  differing   bigint       not null,
  -- the first of them, as [{table, key, what}]
  differences jsonb        not null
);
