-- Ties under way are reservations, too, from now on.
lock table item_tie in share row exclusive mode;
insert into reservation (kind, key, holder, taken_at)
select 'item-tie', kind || ' ' || item || ' ' || other, item, tied_at from item_tie where not confirmed;
