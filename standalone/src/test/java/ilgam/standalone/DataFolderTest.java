package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void only_one_launcher_at_a_time_uses_a_data_folder() throws IOException {
        try (var held = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThat(held.folder()).isEqualTo(folder);
        }
        DataFolder.open(folder).close();
    }

    @Test
    void only_its_owner_can_read_a_data_folder_new_or_old() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var place : List.of(folder, folder.resolve("new"))) {
            DataFolder.open(place).close();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_data_folder_keeps_its_event_store() throws IOException {
        try (var data = DataFolder.open(folder)) {
            data.mustBelongTo(Options.Events.EMBEDDED);
            data.mustBelongTo(Options.Events.EMBEDDED);
            assertThatThrownBy(() -> data.mustBelongTo(Options.Events.AXON_SERVER))
                    .hasMessageContaining("--events embedded");
        }
    }

    @Test
    void a_data_folder_with_an_unfinished_restore_is_refused() throws IOException {
        try (var data = DataFolder.open(folder)) {
            data.mustBeWhole();
            Files.writeString(DataFolder.unfinished(folder), "An upgrade did not finish here.");
            assertThatThrownBy(data::mustBeWhole).hasMessageContaining("An upgrade did not finish");
        }
    }

    @Test
    void an_archive_is_remembered_until_it_is_turned_off() throws IOException {
        try (var data = DataFolder.open(folder)) {
            assertThat(data.archive(Optional.empty())).isEmpty();
            assertThat(data.archive(Optional.of("/log"))).contains(Archive.in(Path.of("/log")));
            assertThat(data.archive(Optional.empty()))
                    .as("before it was accepted")
                    .isEmpty();
            data.remember(Archive.in(Path.of("/log")));
            assertThat(data.archive(Optional.empty())).contains(Archive.in(Path.of("/log")));
            assertThat(data.archive(Optional.of("none"))).isEmpty();
            assertThat(data.archive(Optional.empty())).isEmpty();
            assertThatThrownBy(() -> data.archive(Optional.of("/it's"))).isInstanceOf(CannotStart.class);
        }
    }
}
