-- What holds now goes by version. Where a clock that went back had made a later change look earlier, the rows of
-- projects are made again from the first event; nobody left a team before they came.
do $$
begin
    if exists (
        select from (
            select version < max(version) over (partition by project_id order by from_at) as overtaken
            from project_version) as told
        where overtaken) then
        delete from token_entry where processor_name = 'projects';
        delete from person_alias where reader = 'projects';
        truncate project, project_version, project_member, project_workflow, project_status;
    end if;
end
$$;

update team_member set to_at = from_at where to_at < from_at;
