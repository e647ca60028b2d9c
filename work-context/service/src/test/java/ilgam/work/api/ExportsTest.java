package ilgam.work.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an import reports of real exports, which are not part of the project. A report is renewed by running the test
 * with {@code -Dilgam.reports=renew}.
 */
class ExportsTest extends Office {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path DATA = Path.of(System.getProperty("ilgam.data", "../../../shared/data"));

    /** Notes of one sort that a report shows. */
    private static final int SHOWN = 3;

    @Test
    void cases_from_bug_reports_of_other_trackers() throws IOException {
        mustReport("cases", folder(DATA.resolveSibling("cases").resolve("import")));
    }

    @Test
    void an_export_of_ServiceNow() throws IOException {
        mustReport("servicenow-200", folder(DATA.resolve("samples/servicenow-200")));
    }

    @Test
    void an_export_of_Titanium() throws IOException {
        mustReport("titanium-200", folder(DATA.resolve("samples/titanium-200")));
    }

    @Test
    void a_CSV_export_of_Jira() throws IOException {
        mustReport("jira-hadoop", table("jira-export-hadoop.csv", "HADOOP", "Resolved Closed"));
    }

    @Test
    void a_CSV_export_of_Bugzilla() throws IOException {
        mustReport("bugzilla-seamonkey", table("bugzilla-export-seamonkey.csv", "SEAM", "RESOLVED VERIFIED"));
    }

    private void mustReport(String name, ImportUpload upload) throws IOException {
        var report = report(upload.project(newKey()).finish());
        var golden = Path.of("src/test/resources/imports", name + ".txt");
        if (System.getProperty("ilgam.reports", "").equals("renew")) Files.writeString(golden, report);
        assertThat(report).isEqualTo(Files.readString(golden));
    }

    private static String report(JsonNode run) {
        var report = new StringBuilder();
        for (var field : List.of("state", "items", "events", "rejectedTotal", "notesTotal"))
            report.append(field).append(' ').append(run.path(field)).append('\n');
        for (var line : run.path("rejected"))
            report.append("rejected %s:%s %s\n"
                    .formatted(
                            line.path("file").asString(),
                            line.path("line").asInt(),
                            line.path("cause").asString()));
        var sorts = new TreeMap<String, List<JsonNode>>();
        for (var note : run.path("notes"))
            sorts.computeIfAbsent(sort(note), _ -> new ArrayList<>()).add(note);
        sorts.forEach((sort, notes) -> {
            report.append("\n%s: %d\n".formatted(sort, notes.size()));
            notes.stream().limit(SHOWN).forEach(note -> report.append(line(note)));
        });
        return report.toString();
    }

    private static String sort(JsonNode note) {
        return note.path("file").asString() + " " + note.path("field").asString() + " "
                + note.path("reason").asString();
    }

    private static String line(JsonNode note) {
        var became = note.path("reason").asString().equals("future-time")
                ? "(now)"
                : note.path("became").toString();
        return "  %d: %s -> %s\n".formatted(note.path("line").asInt(), note.path("was"), became);
    }

    private ImportUpload folder(Path folder) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
        return new ImportUpload(manager())
                .part("workflow", text(folder, "workflow.json"))
                .part("items", text(folder, "items.ndjson"))
                .part("events", text(folder, "events.ndjson"));
    }

    private static String text(Path folder, String name) throws IOException {
        var plain = folder.resolve(name);
        if (Files.exists(plain)) return Files.readString(plain);
        var packed = Files.readAllBytes(folder.resolve(name + ".gz"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), UTF_8);
        }
    }

    /** A table of a tracker's items, of which each knows its status at last. */
    private ImportUpload table(String name, String key, String done) throws IOException {
        var file = DATA.resolve("samples").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + file);
        var rows = Csv.rows(Files.readString(file));
        var columns = rows.removeFirst();
        var statuses = new LinkedHashMap<String, String>();
        var items = new StringBuilder();
        for (var row : rows) {
            var item = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) item.put(field(columns.get(i)), row.get(i));
            item.put("id", key + "-" + item.get("id"));
            item.put("kind", "bug");
            item.computeIfPresent("created_at", (_, time) -> time(time));
            var status = String.valueOf(item.get("status"));
            statuses.put(status, List.of(done.split(" ", -1)).contains(status) ? "done" : "todo");
            items.append(JSON.writeValueAsString(item)).append('\n');
        }
        var workflow = statuses.entrySet().stream()
                .map(status -> Map.of("name", status.getKey(), "category", status.getValue()))
                .toList();
        return new ImportUpload(manager())
                .part("workflow", JSON.writeValueAsString(Map.of("statuses", workflow)))
                .part("items", items.toString());
    }

    private static String field(String column) {
        return switch (column) {
            case "Summary" -> "title";
            case "Issue id" -> "id";
            case "Created" -> "created_at";
            case "Resolved" -> "resolved_at";
            default -> column.toLowerCase(Locale.ROOT);
        };
    }

    /** Jira writes "30/Sep/21 17:20". */
    private static String time(String text) {
        var parts = text.split("[/ ]", -1);
        if (parts.length != 4) return text;
        int month = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
                        .indexOf(parts[1])
                + 1;
        return "20%s-%02d-%sT%s".formatted(parts[2], month, parts[0], parts[3]);
    }

    /** Comma-separated values with quotes around what has a comma, a quote or a line break in it. */
    private static final class Csv {

        private final List<List<String>> rows = new ArrayList<>();
        private final List<String> row = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();

        static List<List<String>> rows(String text) {
            var csv = new Csv();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') csv.cell.append(text.charAt(++i));
                    else quoted = !quoted;
                } else if (!quoted && c == ',') csv.endCell();
                else if (!quoted && c == '\n') csv.endRow();
                else if (quoted || c != '\r') csv.cell.append(c);
            }
            if (!csv.row.isEmpty() || !csv.cell.isEmpty()) csv.endRow();
            return csv.rows;
        }

        private void endCell() {
            row.add(cell.toString());
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            rows.add(List.copyOf(row));
            row.clear();
        }
    }
}
