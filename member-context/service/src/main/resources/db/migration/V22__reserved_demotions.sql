lock table demotion in access exclusive mode;
insert into reservation (kind, key, holder, taken_at)
select 'demotion', member_id, member_id, reserved_at from demotion;
drop table demotion;
