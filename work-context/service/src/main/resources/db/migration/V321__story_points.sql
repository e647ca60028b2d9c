-- Story points of items. No event had any before, so that the rows of today are right as they are.
alter table item_version add column points numeric;
