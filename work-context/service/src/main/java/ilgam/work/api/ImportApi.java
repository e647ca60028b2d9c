package ilgam.work.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;
import ilgam.work.imports.ImportRequests;
import ilgam.work.imports.ImportRunner;
import ilgam.work.imports.results.ImportView;
import ilgam.work.imports.results.Imports;
import ilgam.work.imports.spool.Part;
import ilgam.work.imports.upload.Uploads;

/** Importing a tracker's history, by managers and admins. */
@RestController
@RequestMapping("/api/imports")
@Refuses("403 role")
@Tag(name = "Imports")
class ImportApi {

    /** The parts of a multipart upload, for the API's description. */
    @Schema(name = "ImportUpload", description = "The files of a tracker's history, each as it is or as gzip.")
    record Form(
            @Schema(description = "JSON: the statuses with their categories.", type = "string", format = "binary")
            Object workflow,

            @Schema(description = "Lines of JSON, an item each.", type = "string", format = "binary")
            Object items,

            @Schema(description = "Lines of JSON, an event each.", type = "string", format = "binary") @Nullable
            Object events,

            @Schema(description = "JSON: who the names of the other files are.", type = "string", format = "binary")
            @Nullable
            Object people,

            @Schema(description = "Where the items go, in place of the project that they name") @Nullable
            String project) {}

    private static final Set<String> OF_LIST = Set.of("project", "cursor", "limit");

    private final Uploads uploads;
    private final Imports imports;
    private final ImportRequests requests;
    private final ImportRunner runner;
    private final ProjectService projects;

    ImportApi(Uploads uploads, Imports imports, ImportRequests requests, ImportRunner runner, ProjectService projects) {
        this.uploads = uploads;
        this.imports = imports;
        this.requests = requests;
        this.runner = runner;
        this.projects = projects;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "takeImport",
            summary = "Bring a tracker's history",
            description =
                    "For managers and admins. Takes the files and answers at once; the import goes on by itself, over restarts, and Location"
                            + " tells how far it is. The same files again change nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Form.class),
                                            examples = @ExampleObject("""
                                                {"project": "OLD",
                                                 "workflow": "{\\"statuses\\": [{\\"name\\": \\"Open\\", \\"category\\": \\"todo\\"}, {\\"name\\": \\"Done\\", \\"category\\": \\"done\\"}]}",
                                                 "items": "{\\"id\\": \\"A-1\\", \\"title\\": \\"Order new chairs\\", \\"created_at\\": \\"2024-01-01T00:00:00Z\\", \\"status\\": \\"Open\\"}\\n",
                                                 "events": "{\\"item_id\\": \\"A-1\\", \\"seq\\": 1, \\"at\\": \\"2024-01-02T00:00:00Z\\", \\"field\\": \\"status\\", \\"from\\": \\"Open\\", \\"to\\": \\"Done\\"}\\n"}"""))))
    @Refuses({"400 unknown-part unusable-upload", "409 archived key-taken unfit-project"})
    ResponseEntity<ImportView> take(@Parameter(hidden = true) MultipartHttpServletRequest upload, Caller caller)
            throws IOException {
        mustImport(caller);
        var project = upload.getParameter("project");
        var id = uploads.take(caller, project == null || project.isBlank() ? null : project.strip(), parts(upload));
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(find(id, caller));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getImport",
            summary = "How far an import is",
            description = "For managers and admins who may see its project. Tells how many items and events are dealt"
                    + " with, which lines were rejected, and which values were tidied.")
    ImportView find(@PathVariable UUID id, Caller caller) {
        mustImport(caller);
        return imports.find(id, caller)
                .orElseThrow(
                        () -> new Refused(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, "There is no such import."));
    }

    /** Cancels a running import; withdraws a finished one, which deletes its items unless somebody changed them. */
    @DeleteMapping("/{id}")
    @Operation(
            operationId = "withdrawImport",
            summary = "Cancel an import, or withdraw what it brought",
            description = "For managers and admins who may see its project. One that runs is cancelled; one that is"
                    + " over is withdrawn: items that it created and nobody changed since are deleted, and can be"
                    + " restored.")
    @Refuses("409 archived")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView withdraw(@PathVariable UUID id, Caller caller) {
        var asked = find(id, caller);
        if (!asked.isRunning()) projects.mustNotBeArchived(asked.project(), caller);
        requests.takeBack(id, caller.member());
        runner.hurry();
        return find(id, caller);
    }

    /** Restores the items that were deleted when the import was withdrawn. */
    @PostMapping("/{id}/restoration")
    @Operation(
            operationId = "restoreImport",
            summary = "Bring back what was withdrawn",
            description = "For managers and admins who may see its project. Items that were deleted when the import was"
                    + " withdrawn are there again.")
    @Refuses("409 archived not-withdrawn")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView restore(@PathVariable UUID id, Caller caller) {
        projects.mustNotBeArchived(find(id, caller).project(), caller);
        if (!requests.bringBack(id, caller.member()))
            throw new Refused(
                    HttpStatus.CONFLICT, ApiReason.NOT_WITHDRAWN, "Only an import that was withdrawn can be restored.");
        runner.hurry();
        return find(id, caller);
    }

    @GetMapping
    @Operation(
            operationId = "listImports",
            summary = "The imports, the newest first",
            description = "For managers and admins: those of the projects that they may see, with how far each is.")
    Page<ImportView> newest(
            @Parameter(description = "The key of the project that they brought work into")
                    @RequestParam(required = false)
                    @Nullable
                    String project,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer")) @RequestParam(required = false) @Nullable String limit,
            Caller caller,
            HttpServletRequest request) {
        mustImport(caller);
        QueryParameters.only(request, OF_LIST);
        var most = QueryParameters.limit(limit);
        var found = imports.newest(caller, key(project), place(cursor), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(shown, found.size() > most ? cursor(shown.getLast()) : null);
    }

    private static @Nullable String key(@Nullable String project) {
        return project == null || project.isBlank() ? null : project.strip().toUpperCase(Locale.ROOT);
    }

    private static String cursor(ImportView last) {
        return Cursor.encode(last.askedAt(), last.id());
    }

    private static Imports.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return null;
        var values = Cursor.decode(cursor, 2);
        try {
            return new Imports.Place(
                    Cursor.instant(values.getFirst()), UUID.fromString(String.valueOf(values.getLast())));
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.malformed();
        }
    }

    /** Reads a part from a file or, as some clients send small ones, from a plain field. */
    private static Map<Part, InputStreamSource> parts(MultipartHttpServletRequest upload) {
        var parts = new EnumMap<Part, InputStreamSource>(Part.class);
        upload.getFileMap().forEach((name, file) -> parts.put(part(name), file));
        upload.getParameterMap().forEach((name, values) -> {
            if (!name.equals("project"))
                parts.put(part(name), new ByteArrayResource(values[0].getBytes(StandardCharsets.UTF_8)));
        });
        return parts;
    }

    private static Part part(String name) {
        try {
            return Part.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    ApiReason.UNKNOWN_PART,
                    "An upload has the parts workflow, items, events and people; \"{part}\" is none of them.",
                    Map.of("part", name));
        }
    }

    private static void mustImport(Caller caller) {
        if (!caller.is("MANAGER", "ADMIN"))
            throw new Refused(HttpStatus.FORBIDDEN, CommonReason.ROLE, "Imports are for managers and administrators.");
    }
}
