package ilgam.work.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.ids.Ids;
import ilgam.starter.security.Caller;
import ilgam.work.imports.UnusableUpload.Cause;

/**
 * Accepts an upload: stores its parts, checks at once that they have the right form, and passes the import to the
 * runner. Deletes everything of an upload that cannot be used.
 */
@Component
public class Uploads {

    /** The greatest decompressed size of a part, as the database has to store it for a while. */
    private static final long MOST_TEXT = 4L << 30;

    /**
     * The greatest compression ratio: no real text compresses that far, only a decompression bomb. Small parts are
     * exempt.
     */
    private static final int MOST_RATIO = 250;

    private static final long SMALL = 64L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Spool spool;
    private final ImportRequests requests;
    private final ImportedProjects projects;
    private final ImportRunner runner;

    Uploads(JdbcClient db, Spool spool, ImportRequests requests, ImportedProjects projects, ImportRunner runner) {
        this.db = db;
        this.spool = spool;
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
        var workflow = workflow(id);
        var first = firstItem(id);
        checkWhole(id, Part.EVENTS);
        people(id);
        var named = projectKey != null ? projectKey : first.project();
        if (named == null)
            throw new UnusableUpload(
                    Cause.NO_PROJECT, Part.ITEMS, "Neither the field \"project\" nor the items name a project.");
        requests.start(id, projects.find(named, workflow, caller));
    }

    private SourceWorkflow workflow(UUID id) throws IOException {
        try {
            return SourceWorkflow.read(small(id, Part.WORKFLOW));
        } catch (UnreadableRow reason) {
            throw new UnusableUpload(
                    Cause.NO_WORKFLOW,
                    Part.WORKFLOW,
                    "The part \"{part}\" is not a workflow. " + reason.getMessage(),
                    Map.of("because", reason.why().word()));
        }
    }

    /** The first valid item, which distinguishes a file with a bad line from a file of something else. */
    private SourceItem firstItem(UUID id) throws IOException {
        UnreadableRow why = new UnreadableRow(UnreadableRow.Cause.NO_ID, "It is empty.");
        SourceItem first = null;
        try (var text = spool.open(id, Part.ITEMS)) {
            var lines = new Lines(text);
            for (var line = lines.next(); line != null && first == null && line.number() < 1000; line = lines.next())
                try {
                    first = SourceItem.of(line.read(), ImportSettings.usual(Instant.now()));
                } catch (UnreadableRow reason) {
                    if (line.number() == 1) why = reason;
                }
        } catch (IOException broken) {
            throw unreadable(Part.ITEMS, broken);
        }
        if (first == null)
            throw new UnusableUpload(
                    Cause.NO_ITEM,
                    Part.ITEMS,
                    "The part \"{part}\" has no valid item. " + why.getMessage(),
                    Map.of("because", why.why().word()));
        checkWhole(id, Part.ITEMS);
        return first;
    }

    /** Decompresses a part to its end, to detect a truncated file now. */
    private void checkWhole(UUID id, Part part) throws IOException {
        if (!spool.has(id, part)) return;
        try (var text = spool.open(id, part)) {
            if (text instanceof java.util.zip.GZIPInputStream) drain(text, part, spool.size(id, part));
        } catch (IOException broken) {
            throw unreadable(part, broken);
        }
    }

    private static void drain(InputStream text, Part part, long packed) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            size += n;
            if (size > MOST_TEXT)
                throw new UnusableUpload(
                        Cause.UNPACKS_TOO_LARGE,
                        part,
                        "The part \"{part}\" unpacks to more than {most}.",
                        Map.of("most", "4 GiB"));
            if (size > Math.max(SMALL, packed * MOST_RATIO))
                throw new UnusableUpload(
                        Cause.UNPACKS_TOO_LARGE,
                        part,
                        "The part \"{part}\" unpacks to more than {times} times its size.",
                        Map.of("times", MOST_RATIO));
        }
    }

    private static UnusableUpload unreadable(Part part, IOException broken) {
        return broken instanceof ZipException || broken instanceof java.io.EOFException
                ? new UnusableUpload(
                        Cause.BROKEN_GZIP, part, "The part \"{part}\" is a gzip file that is broken or cut off.")
                : new UnusableUpload(Cause.UNREADABLE, part, "The part \"{part}\" cannot be read.");
    }

    private void people(UUID id) throws IOException {
        if (!spool.has(id, Part.PEOPLE)) return;
        try {
            var people = JSON.readTree(small(id, Part.PEOPLE));
            if (!people.isObject())
                throw new UnusableUpload(Cause.NOT_JSON, Part.PEOPLE, "The part \"{part}\" is not a JSON object.");
            for (var person : people.properties())
                person(id, person.getKey(), person.getValue().asString(""));
        } catch (JacksonException broken) {
            throw new UnusableUpload(Cause.NOT_JSON, Part.PEOPLE, "The part \"{part}\" is not valid JSON.");
        }
    }

    private void person(UUID id, String name, String member) {
        try {
            if (!projects.knows(UUID.fromString(member)))
                throw new UnusableUpload(
                        Cause.NOT_A_MEMBER,
                        Part.PEOPLE,
                        "The part \"{part}\" maps \"{name}\" to an unknown member.",
                        Map.of("name", name));
            db.sql("insert into import_person (import_id, name, member_id) values (?, ?, ?) on conflict do nothing")
                    .params(id, Tidy.name(name, 200), UUID.fromString(member))
                    .update();
        } catch (IllegalArgumentException notAnId) {
            throw new UnusableUpload(
                    Cause.NOT_A_MEMBER,
                    Part.PEOPLE,
                    "The part \"{part}\" maps \"{name}\" to something that is not a member id.",
                    Map.of("name", name));
        }
    }

    private String small(UUID id, Part part) throws IOException {
        try (var text = spool.open(id, part)) {
            var bytes = text.readNBytes(ImportSettingsReader.LARGEST + 1);
            if (bytes.length > ImportSettingsReader.LARGEST)
                throw new UnusableUpload(
                        Cause.TOO_LARGE, part, "The part \"{part}\" is larger than {most}.", Map.of("most", "4 MiB"));
            return Lines.withoutMark(new String(bytes, StandardCharsets.UTF_8));
        } catch (ZipException | java.io.EOFException broken) {
            throw unreadable(part, broken);
        }
    }
}
