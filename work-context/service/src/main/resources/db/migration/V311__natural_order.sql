-- How people sort: digits, Latin letters, Hangul, Han, whatever their case. Its version is compared at each start.
create collation natural_order (provider = icu, locale = 'und');
