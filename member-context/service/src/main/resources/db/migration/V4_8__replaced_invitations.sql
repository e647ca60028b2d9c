-- The newer invitation to the same address, whose link is the one that holds.
alter table invitation add column replaced_by uuid;
