package ilgam.work.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;
import ilgam.starter.projection.ConsistentCommands;
import ilgam.starter.projection.ConsistentCommands.Shown;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.ETags;
import ilgam.starter.web.Refused;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;
import ilgam.work.people.People;
import ilgam.work.project.ProjectChange;
import ilgam.work.project.ProjectCommand.ChangeProject;
import ilgam.work.project.ProjectCommand.StartProject;
import ilgam.work.project.ProjectKey;
import ilgam.work.project.ProjectKeys;
import ilgam.work.project.ProjectName;
import ilgam.work.project.ProjectPurpose;
import ilgam.work.project.ProjectRefused;
import ilgam.work.project.Steward;
import ilgam.work.project.WorkflowPlan;
import ilgam.work.projects.ProjectView;
import ilgam.work.projects.Projects;

/** Application service for projects: finds the project, sends the command, and answers from the projection. */
@Component
class ProjectService {

    private final ConsistentCommands commands;
    private final Projects projects;
    private final ProjectKeys keys;
    private final People people;

    ProjectService(ConsistentCommands commands, Projects projects, ProjectKeys keys, People people) {
        this.commands = commands;
        this.projects = projects;
        this.keys = keys;
        this.people = people;
    }

    ProjectView start(
            ProjectKey key,
            ProjectName name,
            ProjectPurpose purpose,
            Visibility visibility,
            WorkflowPlan plan,
            Caller caller) {
        var id = new ProjectId(Ids.forCreate("project"));
        var reserved = keys.take(key, id);
        var command = new StartProject(id, key, name, purpose, visibility, plan, stewardFor(caller));
        commands.sendAndAwait(command, caller, shown(id), reserved::release);
        return find(id.toString(), caller);
    }

    ResponseEntity<ProjectView> change(
            String key, List<ProjectChange> changes, @Nullable String ifMatch, Caller caller) {
        var id = new ProjectId(find(key, caller).id());
        var command = new ChangeProject(id, changes, ETags.ifMatch(ifMatch), stewardFor(caller));
        commands.sendAndAwait(command, caller, shown(id));
        return projects.find(id.toString(), caller)
                .map(project ->
                        ResponseEntity.ok().eTag(ETags.of(project.version())).body(project))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** The project with that key, for work in it. */
    ProjectView findForWork(@Nullable String key, Caller caller) {
        var project = find(key, caller);
        mustNotBeArchived(project);
        return project;
    }

    ProjectView find(@Nullable String key, Caller caller) {
        return projects.find(key == null ? "" : key, caller)
                .orElseThrow(() -> new Refused(
                        HttpStatus.NOT_FOUND,
                        CommonReason.NOT_FOUND,
                        "There is no such project, or it is not open to you."));
    }

    /** Refuses an archived project. One that was never started or is hidden by now is not archived. */
    void mustNotBeArchived(String key, Caller caller) {
        projects.find(key, caller).ifPresent(ProjectService::mustNotBeArchived);
    }

    void mustKnow(UUID member, Caller caller) {
        if (!member.equals(caller.member()) && !people.knows(member))
            throw new Refused(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, "There is no such member.");
    }

    private static void mustNotBeArchived(ProjectView project) {
        if (project.archived())
            throw new Refused(
                    ProjectRefused.Reason.ARCHIVED,
                    "The project {key} is archived. Unarchive it to work in it.",
                    Map.of("key", project.key()));
    }

    private Shown shown(ProjectId id) {
        return new Shown("projects", id, version -> projects.shownVersion(id.value()) >= version);
    }

    private static Steward stewardFor(Caller caller) {
        return new Steward(new MemberId(caller.member()), caller.is("MANAGER", "ADMIN"));
    }
}
