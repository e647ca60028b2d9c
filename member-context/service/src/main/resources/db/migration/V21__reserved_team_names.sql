lock table team_name in access exclusive mode;
insert into reservation (kind, key, holder, confirmed, taken_at)
select 'team-name', name_key, team_id, confirmed, taken_at from team_name;
drop table team_name;
