package ilgam.starter.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;

import ilgam.starter.snapshots.Snapshot;
import ilgam.starter.snapshots.SnapshotFiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files with samples of every stored form of a context's events and snapshots, one a line: {@code ItemRenamed.ndjson},
 * and {@code ItemRenamed@1.ndjson} for revision 1; another form of the same revision is in {@code
 * ItemRenamed~<why>.ndjson}. A present event must be written as in the file of the current revision, and every file of
 * an event must be readable. A run with {@code -Dstored-forms.write=true} writes the file of a new form; existing files
 * are never overwritten.
 */
public final class StoredFormFiles {

    private static final boolean WRITE = Boolean.getBoolean("stored-forms.write");
    private static final String ENDING = ".ndjson";

    private final Path folder;
    private final Serializer serializer;
    private final RevisionResolver revisions;
    private final EventUpcaster upcasters;

    private StoredFormFiles(ApplicationContext context, Path folder) {
        this.folder = folder;
        this.serializer = context.getBean("eventSerializer", Serializer.class);
        this.revisions = context.getBean(RevisionResolver.class);
        this.upcasters = context.getBean(EventUpcaster.class);
    }

    /**
     * A test for each event and snapshot of the packages.
     *
     * @param folder of the files, relative to the module's folder
     */
    public static Stream<DynamicTest> tests(ApplicationContext context, Path folder, String... packages) {
        var files = new StoredFormFiles(context, folder);
        var classes = new ClassFileImporter().importPackages(packages);
        var events = classes.stream().filter(StoredFormFiles::isEvent).map(JavaClass::reflect);
        var snapshots = classes.stream().filter(StoredFormFiles::isSnapshot).map(JavaClass::reflect);
        var tests = Stream.concat(
                events.sorted(Comparator.comparing(Class::getName))
                        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> files.check(type))),
                snapshots
                        .sorted(Comparator.comparing(Class::getName))
                        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> files.checkSnapshot(type))));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("every file", () -> files.checkOwners(classes))));
    }

    /** Fails for a file whose class does not exist any more: stored forms must stay readable. */
    private void checkOwners(JavaClasses classes) {
        var names = classes.stream()
                .filter(type -> isEvent(type) || isSnapshot(type))
                .map(JavaClass::getSimpleName)
                .toList();
        try (var all = Files.list(folder)) {
            assertThat(all.map(file -> file.getFileName().toString().replaceFirst("([@~].*)?\\.ndjson", "")))
                    .isNotEmpty()
                    .isSubsetOf(names);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isSnapshot(JavaClass type) {
        return type.isRecord() && type.isAssignableTo(Snapshot.class);
    }

    private static boolean isEvent(JavaClass type) {
        return type.isRecord()
                && type.getAllRawInterfaces().stream()
                        .anyMatch(each -> each.getSimpleName().endsWith("Event")
                                && each.reflect().isSealed());
    }

    private void check(Class<?> type) {
        var samples = Samples.of(type);
        var lines = samples.stream()
                .map(sample ->
                        new String(serializer.serialize(sample, byte[].class).getData(), UTF_8))
                .toList();
        var revision = revisions.revisionOf(type);
        compare(name(type, revision), lines, "change, and add a FormChange");
        assertThat(lines.stream().map(line -> read(type, revision, line)))
                .as("what is read of " + type.getSimpleName())
                .isEqualTo(samples);
        for (var constants : enumsIn(type)
                .filter(each -> each.getName().startsWith("ilgam."))
                .toList())
            assertThat(constants)
                    .as("what an older version takes a new constant for")
                    .hasPublicMethods("unknown");
        for (var file : filesOf(type))
            assertThat(lines(file).stream().map(line -> read(type, revisionOf(file), line)))
                    .as("what " + file.getFileName() + " holds")
                    .allMatch(type::isInstance);
    }

    private void checkSnapshot(Class<?> type) {
        var samples = Samples.of(type);
        var lines = samples.stream()
                .map(sample -> SnapshotFiles.write((Snapshot) sample))
                .toList();
        compare(name(type, SnapshotFiles.revision(type)), lines, "change, and raise its @Revision");
        assertThat(lines.stream().map(line -> SnapshotFiles.read(type, line)))
                .as("what is read of " + type.getSimpleName())
                .isEqualTo(samples);
    }

    private void compare(String name, List<String> lines, String remedy) {
        var file = folder.resolve(name + ENDING);
        if (WRITE && !Files.exists(file)) write(file, lines);
        assertThat(file).as("the stored form of " + name).exists();
        assertThat(lines).as("The stored form of %s must not %s.", name, remedy).isEqualTo(lines(file));
    }

    private Object read(Class<?> type, @Nullable String revision, String line) {
        var stored = new GenericDomainEventEntry<>(
                "Sample",
                "1",
                0,
                UUID.randomUUID().toString(),
                "2026-11-29T08:00:00Z",
                type.getName(),
                revision,
                line.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(stored), serializer, upcasters)
                .next()
                .getPayload();
    }

    private static Stream<Class<?>> enumsIn(Type type) {
        if (type instanceof ParameterizedType generic)
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(StoredFormFiles::enumsIn);
        var raw = (Class<?>) type;
        if (raw.isEnum()) return Stream.of(raw);
        return raw.isRecord()
                ? Arrays.stream(raw.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(StoredFormFiles::enumsIn)
                : Stream.empty();
    }

    private static String name(Class<?> type, @Nullable String revision) {
        return type.getSimpleName() + (revision == null ? "" : "@" + revision);
    }

    private static @Nullable String revisionOf(Path file) {
        var name = file.getFileName().toString();
        int at = name.indexOf('@');
        return at < 0 ? null : name.substring(at + 1, name.length() - ENDING.length());
    }

    private List<Path> filesOf(Class<?> type) {
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> file.getFileName().toString().matches(type.getSimpleName() + "([@~].*)?\\.ndjson"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
