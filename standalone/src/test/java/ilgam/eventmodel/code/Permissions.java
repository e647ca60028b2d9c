package ilgam.eventmodel.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may send a request at least, as the tables of the contexts' tests of permissions say. */
final class Permissions {

    /** From the least rights to the most. */
    enum Who {
        ANYONE("Anyone"),
        MEMBER("Member"),
        OWNER("Whose it is"),
        LEAD("Team lead"),
        MANAGER("Manager"),
        ADMIN("Admin");

        private final String words;

        Who(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    private static final Map<String, Who> COLUMNS = Map.of(
            "nobody", Who.ANYONE,
            "member", Who.MEMBER,
            "admitted", Who.MEMBER,
            "starter", Who.OWNER,
            "lead", Who.LEAD,
            "manager", Who.MANAGER,
            "admin", Who.ADMIN);

    private record Row(Endpoint endpoint, Who least) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<Endpoint> known = new HashSet<>();

    Permissions(List<Path> tests) {
        tests.stream()
                .filter(test -> test.endsWith("PermissionMatrixTest.java"))
                .forEach(this::read);
    }

    Stream<Who> least(Endpoint endpoint) {
        return rows.stream().filter(row -> row.endpoint().equals(endpoint)).map(Row::least);
    }

    /** Whether a person may send it at all. */
    boolean know(Endpoint endpoint) {
        return known.contains(endpoint);
    }

    private void read(Path test) {
        List<String> columns = List.of();
        var context = Modules.CONTEXTS.stream()
                .filter(name -> Modules.named(test).startsWith(name + "-context/"))
                .findFirst()
                .orElseThrow();
        for (var line : linesOf(test)) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (cells.getFirst().equals("path")) columns = cells;
            var words = cells.getFirst().split("\\s+");
            if (words.length < 2 || !words[1].startsWith("/api/") || cells.size() != columns.size()) continue;
            var endpoint = new Endpoint(context, words[0], words[1]);
            known.add(endpoint);
            for (int column = 1; column < cells.size(); column++) {
                var who = COLUMNS.get(columns.get(column));
                if (who == null || !cells.get(column).startsWith("2")) continue;
                rows.add(new Row(endpoint, who));
                break;
            }
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
