package ilgam.standalone.recovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.standalone.Archive;
import ilgam.standalone.Cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Backups of a real PostgreSQL without services: what a restore gives back, and what is refused. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {

    private static final AtomicInteger FOLDERS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path archive;
    private static Cluster cluster;
    private static Instant before;
    private static int newest;
    private static Path plain;
    private static Key key;
    private static Path encrypted;

    @BeforeAll
    static void start() throws IOException, SQLException {
        data = folder.resolve("data");
        archive = folder.resolve("archive");
        Cluster.create(data).close();
        Files.writeString(data.resolve("archive"), archive.toString());
        cluster = Cluster.of(data);
        run("create table note (n int primary key, text text)");
        newest = append();
        before = Instant.now();
        plain = backup(newFolder(), null, true);
        key = key("2e");
        run("insert into note select max(n) + 1, repeat('Secret word', 100) from note");
        encrypted = backup(newFolder(), key, false);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void a_backup_restores_the_state_at_its_end_and_a_check_finds_faults() throws IOException, SQLException {
        var restoredTo = newFolder();
        restore(plain, restoredTo, null, null);
        String table;
        String index;
        var said = new ByteArrayOutputStream();
        try (var restored = Cluster.of(restoredTo);
                var session = restored.connect(Cluster.EVENTS);
                var statement = session.createStatement()) {
            assertThat(newest(restored)).isEqualTo(newest);
            statement.execute("select nextval('domain_event_index')");
            statement.execute(event("'holed'", "generate_series(0, 2) n"));
            assertThat(new Check(restored, new PrintStream(said)).passes()).isTrue();
            statement.execute("delete from domain_event where aggregate_identifier = 'holed' and sequence_number = 1");
            assertThat(new Check(restored, new PrintStream(said)).passes()).isFalse();
            table = ask(statement, "select pg_relation_filepath('domain_event')");
            index = ask(statement, "select pg_relation_filepath('domain_event_once')");
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("1 positions are empty", "Events of holed are missing: there are 2, numbered from 0 to 2.");

        flip(restoredTo.resolve("postgres").resolve(table), 5_000);
        flip(restoredTo.resolve("postgres").resolve(index), 8_192 + 5_000);
        said.reset();
        try (var restored = Cluster.of(restoredTo)) {
            assertThat(new Check(restored, new PrintStream(said)).passes()).isFalse();
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "The file %s is damaged at page 0: domain_event of ilgam_events.".formatted(table),
                        "The file %s is damaged at page 1: domain_event_once of ilgam_events.".formatted(index),
                        "the table public.domain_event cannot be read");
    }

    @Test
    void with_an_archive_a_backup_restores_any_later_instant_and_no_other() throws SQLException, IOException {
        append();
        var half = append();
        var then = Instant.now();
        append();
        var last = append();
        archiveAll();
        var beyond = Instant.now();

        try (var restored = restored(plain, then)) {
            assertThat(newest(restored)).isEqualTo(half);
        }
        try (var restored = restored(plain, null)) {
            assertThat(newest(restored)).isEqualTo(last);
        }
        assertThatThrownBy(() -> restored(plain, before)).hasMessageContaining("Take an earlier one");
        assertThatThrownBy(() -> restored(plain, Instant.now().plusSeconds(60))).hasMessageContaining("still to come");
        assertThatThrownBy(() -> restore(plain, newFolder(), null, then)).hasMessageContaining("use --archive");
        assertThatThrownBy(() -> restore(plain, newFolder(), newFolder(), then))
                .hasMessageContaining("is no archive of");
        var target = newFolder();
        assertThatThrownBy(() -> restore(plain, target, archive, beyond)).hasMessageContaining("does not reach to");
        try (var files = Files.list(target)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_restore_overwrites_nothing() throws IOException {
        var target = newFolder();
        Files.createDirectories(target);
        Files.writeString(target.resolve("mine"), "dear to me");

        assertThatThrownBy(() -> restore(plain, target, null, null)).hasMessageContaining("is not empty");
        assertThat(target.resolve("mine")).hasContent("dear to me");
    }

    @Test
    void a_backup_of_another_postgresql_is_refused() throws IOException {
        var file = folder.resolve("of-17.zip");
        try (var writer = new BackupWriter(folder, file, null)) {
            var now = Instant.now();
            writer.finish(new Manifest(
                    Manifest.FORMAT,
                    now,
                    now,
                    "17",
                    "1",
                    "153",
                    "embedded",
                    "000000010000000000000001",
                    "000000010000000000000001",
                    List.of()));
        }
        assertThatThrownBy(() -> restore(file, newFolder(), null, null)).hasMessageContaining("PostgreSQL 17");
    }

    @Test
    void a_backup_with_another_version_of_icu_is_refused() throws IOException {
        var file = folder.resolve("sorted.zip");
        rewrite(plain, file, manifest -> manifest.replaceFirst("(\"icu\" : \")[^\"]+", "$11.2"));

        var target = newFolder();
        assertThatThrownBy(() -> restore(file, target, null, null)).hasMessageContaining("with ICU 1.2");
        assertThat(target).isEmptyDirectory();
    }

    /** Between two PostgreSQLs that also differ in version: {@link PostgresUpgradeTest}. */
    @Test
    void a_dump_makes_the_same_system_elsewhere() throws SQLException, IOException {
        var file = folder.resolve("company.zip");
        new Dump(cluster::connect, quietly()).write(folder, file, null);

        try (var dump = BackupReader.open(file, null);
                var loaded = Cluster.create(newFolder())) {
            new Load(dump, loaded::connect, quietly()).run();
            assertThat(newest(loaded)).isEqualTo(newest(cluster));
            assertThatThrownBy(() -> new Load(dump, loaded::connect, quietly()).run())
                    .hasMessageContaining("holds rows already");
        }

        flip(file, "dump/ilgam_work/0.copy");
        var target = newFolder();
        var load = List.of(file.toString(), "--data", target.toString());
        assertThatThrownBy(() -> Operations.run("load", load)).hasMessageContaining("dump/ilgam_work/0.copy");
        assertThatThrownBy(() -> Cluster.of(target))
                .hasMessageContaining("A load did not finish here. Delete the folder and load again.");
    }

    /** As in containers: the files are read here, while PostgreSQL runs elsewhere. */
    @Test
    void a_backup_reads_the_files_of_a_postgresql_that_runs_elsewhere() throws IOException, SQLException {
        var there = Files.createDirectories(newFolder());
        Files.createSymbolicLink(there.resolve("postgres"), data.resolve("postgres"));
        Files.createDirectories(there.resolve("secrets"));
        for (var name : List.of("secrets/postgres.password", "events"))
            Files.copy(data.resolve(name), there.resolve(name));
        var backups = newFolder();
        var written = append();

        Operations.run(
                "backup",
                List.of(
                        backups.toString(),
                        "--no-verify",
                        "--data",
                        there.toString(),
                        "--address",
                        "127.0.0.1:" + port(),
                        "--erasures",
                        there.resolve("erasures").toString()));
        var restoredTo = newFolder();
        restore(BackupFolder.at(backups).backups().getLast(), restoredTo, null, null);
        try (var restored = Cluster.of(restoredTo)) {
            assertThat(newest(restored)).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_wrong_byte_is_reported_with_the_name_of_its_file(boolean withKey) throws IOException {
        var used = withKey ? key : null;
        var backup = Files.copy(withKey ? encrypted : plain, folder.resolve("flipped-" + withKey));
        var victim = table(backup);
        flip(backup, victim);

        assertThatThrownBy(() -> verify(backup, used)).hasMessageContaining("is damaged: of " + victim);
        var target = newFolder();
        assertThatThrownBy(() -> restore(backup, used, target)).hasMessageContaining("of " + victim);
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void an_encrypted_backup_needs_its_key_and_discloses_nothing_without() throws IOException {
        assertThat(Files.readString(encrypted, StandardCharsets.ISO_8859_1))
                .doesNotContain("Secret word", "PRIVATE KEY");
        assertThatThrownBy(() -> verify(encrypted, null)).hasMessageContaining("use --key-file");
        assertThatThrownBy(() -> verify(encrypted, key("2f"))).hasMessageContaining("encrypted by another key");
        verify(encrypted, key);
        restore(encrypted, key, newFolder());
        assertThatThrownBy(() -> Key.read(Files.writeString(folder.resolve("word"), "password")))
                .hasMessageContaining("is no key file");
    }

    @Test
    @Order(Integer.MAX_VALUE) // deletes log files that the other tests restore from
    void a_routine_keeps_a_number_of_complete_backups() throws IOException, SQLException {
        attachable();
        var backups = Files.createDirectories(newFolder());
        var half = Files.writeString(backups.resolve("ilgam-20260101T000000Z.zip.part"), "PK");
        for (var name : List.of("ilgam-20260101T000000Z.zip", "ilgam-20260102T000000Z.zip", "my.zip"))
            Files.copy(plain, backups.resolve(name));
        var others = backups.resolve("ilgam-20260103T000000Z.zip");
        rewrite(plain, others, manifest -> manifest.replaceFirst("(\"system\" : \")[^\"]+", "$17"));
        var list = Files.writeString(folder.resolve("list"), "2026-11-29T08:00:00Z one\n");
        var routine = new Routine(data, () -> Cluster.of(data), backups, null, false, 1, true, list, quietly());

        assertThatThrownBy(() -> verify(half, null)).hasMessageContaining("never finished");
        System.setProperty("ilgam.reserve", Long.toString(Long.MAX_VALUE / 2));
        try {
            assertThatThrownBy(routine::once).hasMessageContaining("are free");
        } finally {
            System.clearProperty("ilgam.reserve");
        }
        assertThat(BackupFolder.at(backups).backups()).hasSize(3);

        var damaged = Files.writeString(backups.resolve("ilgam-20260104T000000Z.zip"), "not a backup");
        var taken = routine.once();

        assertThat(BackupFolder.at(backups).backups()).containsExactly(others, damaged, taken);
        assertThat(archive.resolve("000000010000000000000001.gz"))
                .as("which the damaged one may need")
                .exists();

        Files.delete(damaged);
        Files.delete(taken);
        taken = routine.once();

        assertThat(BackupFolder.at(backups).backups()).containsExactly(others, taken);
        assertThat(archive.resolve("000000010000000000000001.gz")).doesNotExist();
        try (var files = Files.list(backups)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            taken.getFileName().toString(),
                            others.getFileName().toString(),
                            "my.zip",
                            "erasures",
                            ".lock");
        }
        Files.writeString(list, "2026-11-29T09:00:00Z two\n");
        new ErasureList(list).takeIn(backups.resolve(ErasureList.NAME), quietly());
        assertThat(Files.readAllLines(list)).containsExactly("2026-11-29T09:00:00Z two", "2026-11-29T08:00:00Z one");
    }

    /** Writes the description of a running system, as a launcher does. */
    private static void attachable() throws IOException, SQLException {
        Files.writeString(data.resolve("running.json"), "{\"postgresPort\": %s}".formatted(port()));
    }

    private static String port() throws SQLException {
        try (var session = cluster.connect(Cluster.ANY_DATABASE)) {
            return session.getMetaData().getURL().replaceFirst(".*:(\\d+)/.*", "$1");
        }
    }

    /** Copies the backup with another manifest. */
    private static void rewrite(Path backup, Path to, UnaryOperator<String> manifest) throws IOException {
        try (var in = new java.util.zip.ZipFile(backup.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setComment(in.getComment());
            for (var entry : in.stream().toList()) {
                var content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(Manifest.NAME)
                                ? manifest.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
                out.closeEntry();
            }
        }
    }

    private static String ask(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Writes an event and a row; returns the row's number. */
    private static int append() throws SQLException {
        run("insert into note select coalesce(max(n), 0) + 1, repeat('some words ', 500) from note");
        try (var session = cluster.connect(Cluster.EVENTS);
                var statement = session.createStatement()) {
            statement.execute(event("gen_random_uuid()", "(values (0)) as first (n)"));
        }
        return newest(cluster);
    }

    private static String event(String aggregate, String from) {
        return """
                insert into domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                    payload_type, payload, meta_data)
                select gen_random_uuid(), %s, n, 'Item', now()::text, 'ilgam.Something', '{"title":"Kept"}', '{}' from %s
                """.formatted(aggregate, from);
    }

    private static void run(String sql) throws SQLException {
        try (var session = cluster.connect("ilgam_work");
                var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int newest(Cluster of) throws SQLException {
        try (var session = of.connect("ilgam_work");
                var statement = session.createStatement();
                var row = statement.executeQuery("select max(n) from note")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Archives everything written so far. */
    private static void archiveAll() throws SQLException {
        String last;
        try (var session = cluster.connect("ilgam_work");
                var statement = session.createStatement();
                var row = statement.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
            row.next();
            last = row.getString(1);
        }
        Awaitility.await().until(() -> Files.exists(archive.resolve(last + ".gz")));
    }

    private static Path newFolder() {
        return folder.resolve("folder-" + FOLDERS.incrementAndGet());
    }

    private static PrintStream quietly() {
        return new PrintStream(new ByteArrayOutputStream());
    }

    private static Path backup(Path to, @Nullable Key key, boolean verify) {
        return new Backup(cluster, BackupFolder.at(to), key, verify, quietly()).take();
    }

    private static void verify(Path backup, @Nullable Key key) {
        try (var reader = BackupReader.open(backup, key)) {
            reader.verify();
        }
    }

    private static void restore(Path backup, Path to, @Nullable Path archive, @Nullable Instant at) {
        try (var reader = BackupReader.open(backup, null)) {
            new Restore(reader, to, archive == null ? null : Archive.in(archive), at, quietly()).run();
        }
    }

    private static void restore(Path backup, @Nullable Key key, Path to) {
        try (var reader = BackupReader.open(backup, key)) {
            new Restore(reader, to, null, null, quietly()).run();
        }
    }

    private static Cluster restored(Path backup, @Nullable Instant at) {
        var to = newFolder();
        restore(backup, to, archive, at);
        return Cluster.of(to);
    }

    private static Key key(String two) throws IOException {
        return Key.read(Files.writeString(folder.resolve("key-" + two), two.repeat(32)));
    }

    private static String table(Path backup) throws IOException {
        try (var reader = ZipFile.builder().setPath(backup).get()) {
            for (var entries = reader.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().matches("postgres/base/\\d+/\\d+") && entry.getCompressedSize() > 1_000)
                    return entry.getName();
            }
        }
        throw new IllegalStateException("There is no table in " + backup);
    }

    private static void flip(Path backup, String name) throws IOException {
        long at;
        try (var reader = ZipFile.builder().setPath(backup).get()) {
            var entry = reader.getEntry(name);
            reader.getRawInputStream(entry).close();
            at = entry.getDataOffset() + entry.getCompressedSize() / 2;
        }
        flip(backup, at);
    }

    private static void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            var was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 1);
        }
    }
}
