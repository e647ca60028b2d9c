package ilgam.work.imports.upload;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.ids.Ids;
import ilgam.starter.security.Caller;
import ilgam.work.imports.ImportRequests;
import ilgam.work.imports.ImportRunner;
import ilgam.work.imports.spool.Part;
import ilgam.work.imports.spool.Spool;
import ilgam.work.imports.upload.UnusableUpload.Cause;

/**
 * Accepts an upload: stores its parts, checks at once that they have the right form, and passes the import to the
 * runner. Deletes everything of an upload that cannot be used.
 */
@Component
public class Uploads {

    private final JdbcClient db;
    private final Spool spool;
    private final UploadedFiles files;
    private final UploadedPeople people;
    private final ImportRequests requests;
    private final ImportedProjects projects;
    private final ImportRunner runner;

    Uploads(
            JdbcClient db,
            Spool spool,
            UploadedFiles files,
            UploadedPeople people,
            ImportRequests requests,
            ImportedProjects projects,
            ImportRunner runner) {
        this.db = db;
        this.spool = spool;
        this.files = files;
        this.people = people;
        this.requests = requests;
        this.projects = projects;
        this.runner = runner;
    }

    /**
     * @param projectKey the project of all items, overriding the one they name; null: the project they name
     * @return the id of the import, which is running from now on
     * @throws UnusableUpload when a part is missing, broken or has the wrong form
     */
    public UUID take(Caller caller, @Nullable String projectKey, Map<Part, ? extends InputStreamSource> parts)
            throws IOException {
        if (!parts.containsKey(Part.WORKFLOW))
            throw new UnusableUpload(Cause.MISSING, Part.WORKFLOW, "The part \"{part}\" is missing.");
        if (!parts.containsKey(Part.ITEMS))
            throw new UnusableUpload(Cause.MISSING, Part.ITEMS, "The part \"{part}\" is missing.");
        var id = Ids.next();
        db.sql("""
                insert into import (id, project_key, project_id, own_project, asked_by, state)
                values (?, '', ?, ?, ?, 'spooling')""").params(id, id, projectKey == null, caller.member()).update();
        try {
            for (var part : parts.entrySet())
                try (var bytes = part.getValue().getInputStream()) {
                    spool.put(id, part.getKey(), bytes);
                }
            accept(id, caller, projectKey);
        } catch (IOException | RuntimeException refused) {
            db.sql("delete from import where id = ?").param(id).update();
            throw refused;
        }
        runner.hurry();
        return id;
    }

    private void accept(UUID id, Caller caller, @Nullable String projectKey) throws IOException {
        var workflow = files.workflow(id);
        var first = files.firstItem(id);
        files.checkWhole(id, Part.EVENTS);
        people.keep(id);
        var named = projectKey != null ? projectKey : first.project();
        if (named == null)
            throw new UnusableUpload(
                    Cause.NO_PROJECT, Part.ITEMS, "Neither the field \"project\" nor the items name a project.");
        requests.start(id, projects.find(named, workflow, caller));
    }
}
