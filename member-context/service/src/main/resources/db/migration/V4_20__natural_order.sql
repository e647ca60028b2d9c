-- How people sort: digits, Latin letters, Hangul, Han. Its version is compared at each start.
create collation natural_order (provider = icu, locale = 'und');
alter table profile alter column sort_name type text collate natural_order;
alter table team alter column sort_name type text collate natural_order;
