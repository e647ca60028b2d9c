-- What a running import waits for, so that whoever asked for it is told.
alter table import add column waiting text;
