package ilgam.work.project;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.language.ProjectId;
import ilgam.work.project.ProjectChange.AdmitMember;
import ilgam.work.project.ProjectChange.DismissMember;
import ilgam.work.project.ProjectCommand.ChangeProject;

/**
 * Admits the member a person was merged into to the person's projects, so that they can be removed from them as usual.
 * An archived project does not change: there only the lists show the member. A failed command ends among the dead
 * letters.
 */
@Component
@ProcessingGroup("replace-merged-in-projects")
@EventComponent(kind = Kind.POLICY, processor = "projects")
@DisallowReplay
class WhenPersonIsMergedThenReplaceInProjects {

    private final JdbcClient db;
    private final Commands commands;

    WhenPersonIsMergedThenReplaceInProjects(JdbcClient db, Commands commands) {
        this.db = db;
        this.commands = commands;
    }

    @EventHandler
    void react(PersonMerged merged) {
        var changes = List.<ProjectChange>of(new AdmitMember(merged.into()), new DismissMember(merged.member()));
        var steward = new Steward(merged.into(), true);
        projectsOf(merged)
                .forEach(project -> commands.send(
                        new ChangeProject(project, changes, null, steward), MetaData.with(Metadata.SOURCE, "policy")));
    }

    /** Looks for both ids, as the rows may show the member in the person's place already. */
    private List<ProjectId> projectsOf(PersonMerged merged) {
        return db.sql("""
                select distinct p.id as value from project p join project_member m on m.project_id = p.id
                where m.member_id in (?, ?) and not p.archived""")
                .params(merged.member().value(), merged.into().value())
                .query(ProjectId.class)
                .list();
    }
}
