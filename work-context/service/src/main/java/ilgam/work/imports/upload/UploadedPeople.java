package ilgam.work.imports.upload;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.spool.Part;
import ilgam.work.imports.upload.UnusableUpload.Cause;

/** The members whom an upload names for people of the other tracker. */
@Component
class UploadedPeople {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final UploadedFiles files;
    private final ImportedProjects projects;

    UploadedPeople(JdbcClient db, UploadedFiles files, ImportedProjects projects) {
        this.db = db;
        this.files = files;
        this.projects = projects;
    }

    /** @throws UnusableUpload when the part is no JSON object of member ids */
    void keep(UUID id) throws IOException {
        if (!files.has(id, Part.PEOPLE)) return;
        try {
            var people = JSON.readTree(files.small(id, Part.PEOPLE));
            if (!people.isObject())
                throw new UnusableUpload(Cause.NOT_JSON, Part.PEOPLE, "The part \"{part}\" is not a JSON object.");
            for (var person : people.properties())
                keep(id, person.getKey(), person.getValue().asString(""));
        } catch (JacksonException broken) {
            throw new UnusableUpload(Cause.NOT_JSON, Part.PEOPLE, "The part \"{part}\" is not valid JSON.");
        }
    }

    private void keep(UUID id, String name, String member) {
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
}
