-- Projections that their processor leaves out, and those that are made again beside it. One without a row is as far as
-- its processor.
create table projection_state (
  name       varchar(255) primary key,
  state      varchar(20)  not null check (state in ('PAUSED', 'CATCHING_UP', 'REBUILDING')),
  since      timestamptz  not null default now(),
  -- the newest migration when the tables of a rebuild were made: after a further one they are made anew
  migration  integer,
  -- which instance reads for it, and until when unless it says so again
  reader     uuid,
  read_until timestamptz
);

-- Events that a projection has from its own reader and that its processor is still to meet.
create table projection_met (
  name             varchar(255) not null,
  event_identifier varchar(255) not null,
  met_at           timestamptz  not null default now(),
  primary key (name, event_identifier)
);

-- Raised by every change of the two, so that a processor reads them only then.
create table projection_generation (generation bigint not null);
insert into projection_generation values (0);

-- Begins a transaction of an event processor: it does not wait for the disk, and as long as it lasts no projection is
-- taken from its processor nor given back. Answers nothing while somebody is about to do so. Each statement of a volatile
-- function sees what was committed before it, so the generation is of after the lock.
create function begin_projecting() returns bigint language plpgsql volatile as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  if not pg_try_advisory_xact_lock_shared(7310581) then
    return null;
  end if;
  return (select generation from projection_generation);
end
$$;
