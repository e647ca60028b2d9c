package ilgam.eventmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Run with {@code -Devent-model.draw=true} to draw the picture anew. */
class EventModelTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PICTURE = ROOT.resolve("docs/event-model.svg");

    private static final List<Path> CLASSES = Stream.of(
                    "member-context/language",
                    "member-context/service",
                    "work-context/language",
                    "work-context/service",
                    "dashboard-context")
            .map(module -> ROOT.resolve(module).resolve("target/classes"))
            .toList();

    @Test
    void the_picture_of_the_event_model_shows_what_the_code_does() throws IOException {
        try (var reader = new EventModelReader(CLASSES)) {
            var drawn = EventModelPicture.of(reader.read());
            if (Boolean.getBoolean("event-model.draw")) Files.writeString(PICTURE, drawn);
            assertThat(PICTURE)
                    .as("the event model changed: draw it anew with -Devent-model.draw=true")
                    .content()
                    .isEqualTo(drawn);
        }
    }

    @Test
    void every_event_of_the_published_languages_has_a_command_that_leads_to_it() {
        try (var reader = new EventModelReader(CLASSES)) {
            var reached = reader.read().contexts().stream()
                    .flatMap(context -> context.aggregates().stream())
                    .flatMap(aggregate -> aggregate.events().stream())
                    .map(EventModel.Event::name)
                    .toList();
            assertThat(reached).containsAll(reader.publishedEvents());
        }
    }
}
