package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void only_one_launcher_at_a_time_holds_it() throws IOException {
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
    void it_stays_with_the_event_store_it_began_with() throws IOException {
        try (var data = DataFolder.open(folder)) {
            data.mustBelongTo(Options.Events.EMBEDDED);
            data.mustBelongTo(Options.Events.EMBEDDED);
            assertThatThrownBy(() -> data.mustBelongTo(Options.Events.AXON_SERVER))
                    .hasMessageContaining("--events embedded");
        }
    }
}
