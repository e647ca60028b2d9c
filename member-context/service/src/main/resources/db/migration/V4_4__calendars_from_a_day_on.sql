-- From which day on a calendar of holidays counts. Those that were there already count for all of their days.
alter table holiday_calendar add column effective_from date not null default '1900-01-01';
