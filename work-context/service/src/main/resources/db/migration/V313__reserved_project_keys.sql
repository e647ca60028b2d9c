lock table project_key in access exclusive mode;
insert into reservation (kind, key, holder, confirmed, taken_at)
select 'project-key', key, project, confirmed, taken_at from project_key;
drop table project_key;
