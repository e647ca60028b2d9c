lock table merger in access exclusive mode;
insert into reservation (kind, key, holder, taken_at)
select 'merger', person_id, person_id, reserved_at from merger;
drop table merger;
