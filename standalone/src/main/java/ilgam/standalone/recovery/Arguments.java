package ilgam.standalone.recovery;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;
import ilgam.standalone.SystemFolder;

/** Parsed arguments of a command: words, and options with or without a value. */
record Arguments(List<String> words, Map<String, String> values, Set<String> flags) {

    /**
     * @param most the number of words allowed
     * @param valued the options with a value
     * @param flags the options without a value
     */
    static Arguments parse(List<String> arguments, int most, Set<String> valued, Set<String> flags) {
        var parsed = new Arguments(new ArrayList<>(), new HashMap<>(), new HashSet<>());
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var word = rest.pop();
            var equals = word.indexOf('=');
            var option = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (valued.contains(option)) {
                var value = option.equals(word) ? rest.poll() : word.substring(equals + 1);
                if (value == null || value.isBlank()) throw CannotStart.refused(option + " needs a value.");
                parsed.values.put(option, value);
            } else if (flags.contains(word)) parsed.flags.add(word);
            else if (word.startsWith("-") || parsed.words.size() == most)
                throw CannotStart.refused("There is no option '%s' here. --help lists them.".formatted(word));
            else parsed.words.add(word);
        }
        return parsed;
    }

    Optional<String> word() {
        return words.stream().findFirst();
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    Optional<Path> path(String option) {
        return value(option).map(Arguments::absolute);
    }

    Path data() {
        return path("--data").orElseGet(() -> SystemFolder.usual().path());
    }

    @Nullable
    Key key() {
        return path("--key-file").map(Key::read).orElse(null);
    }

    /** The cluster at the address, or in the data folder. */
    Cluster cluster() {
        return value("--address")
                .map(address -> Cluster.runningAt(Server.address(address), data()))
                .orElseGet(() -> Cluster.of(data()));
    }

    static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
