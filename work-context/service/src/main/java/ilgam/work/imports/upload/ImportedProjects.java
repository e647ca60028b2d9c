package ilgam.work.imports.upload;

import java.util.UUID;

import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;
import ilgam.starter.projection.ConsistentCommands;
import ilgam.starter.projection.ConsistentCommands.Shown;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.security.Caller;
import ilgam.starter.web.SetAside;
import ilgam.work.imports.source.SourceWorkflow;
import ilgam.work.imports.upload.ProjectMismatch.Cause;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;
import ilgam.work.people.People;
import ilgam.work.project.ProjectCommand.StartProject;
import ilgam.work.project.ProjectKey;
import ilgam.work.project.ProjectKeys;
import ilgam.work.project.ProjectName;
import ilgam.work.project.ProjectPurpose;
import ilgam.work.project.Steward;
import ilgam.work.projects.ProjectView;
import ilgam.work.projects.Projects;

/** The project of an import: started with the uploaded workflow if it does not exist. */
@Component
class ImportedProjects {

    private final Projects projects;
    private final ProjectKeys keys;
    private final People people;
    private final ConsistentCommands commands;

    ImportedProjects(Projects projects, ProjectKeys keys, People people, ConsistentCommands commands) {
        this.projects = projects;
        this.keys = keys;
        this.people = people;
        this.commands = commands;
    }

    /** @throws ProjectMismatch when the project exists with another workflow, or is archived */
    ProjectView find(String key, SourceWorkflow workflow, Caller caller) {
        var project = projects.find(key, caller).orElseGet(() -> start(ProjectKey.of(key), workflow, caller));
        if (project.archived())
            throw new ProjectMismatch(
                    Cause.ARCHIVED, key, "The project {project} is archived. Unarchive it to import into it.");
        if (!workflow.isThatOf(project))
            throw new ProjectMismatch(
                    Cause.ANOTHER_WORKFLOW,
                    key,
                    "The project {project} has another workflow than the uploaded one. Import into a new project, or make the workflows equal.");
        return project;
    }

    /**
     * The id is derived from the key: an upload that is repeated after a lost response gets the same project. A project
     * from an earlier import that the caller cannot see is refused, as any other project with this key.
     */
    private ProjectView start(ProjectKey key, SourceWorkflow workflow, Caller caller) {
        var id = new ProjectId(Ids.named("imported-project", key.text()));
        var command = new StartProject(
                id,
                key,
                ProjectName.of(key.text()),
                ProjectPurpose.of(""),
                Visibility.OPEN,
                workflow.plan(),
                new Steward(new MemberId(caller.member()), true));
        var reserved = keys.take(key, id);
        sendAndAwait(command, key, caller, reserved);
        return projects.find(id.toString(), caller).orElseThrow(() -> ProjectKeys.taken(key));
    }

    /**
     * Refuses an upload whose project cannot be shown yet: a response "set aside" would look as if the import had
     * begun.
     */
    private void sendAndAwait(StartProject command, ProjectKey key, Caller caller, Reservation reserved) {
        var id = command.project();
        try {
            commands.sendAndAwait(
                    command,
                    caller,
                    new Shown("projects", id, version -> projects.shownVersion(id.value()) >= version),
                    reserved::release);
        } catch (SetAside fault) {
            throw new ProjectMismatch(
                    Cause.NOT_SHOWN,
                    key.text(),
                    "The project {project} was started, but cannot be shown yet: an administrator has to repair a fault first. Then upload again.");
        }
    }

    boolean knows(UUID member) {
        return people.knows(member);
    }
}
