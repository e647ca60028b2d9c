-- Where the days of a cycle start. Cycles that were set before do not know it; they go by the asker's days until they
-- are set again.
alter table work_cycle add column time_zone text;
