package ilgam.eventmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.eventmodel.board.BoardPicture;
import ilgam.eventmodel.board.Boards;
import ilgam.eventmodel.catalogue.Catalogue;
import ilgam.eventmodel.code.EventModelReader;
import ilgam.eventmodel.code.Modules;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents of the event model are those that the code leads to. */
class EventModelTest {

    private static final String WRITE = """
            mvn -pl member-context/service,work-context/service,dashboard-context,standalone -am test \
            -Dtest=EventModelTest -Dsurefire.failIfNoSpecifiedTests=false -Devent-model.write=true""";

    private static final EventModel MODEL = EventModelReader.read();

    @ParameterizedTest
    @ValueSource(strings = {"member", "work", "dashboard"})
    void the_board_of_a_context_shows_what_its_code_does(String context) throws IOException {
        mustBeAsKept("event-model-" + context + ".svg", BoardPicture.of(Boards.of(context(context))));
    }

    @Test
    void the_event_catalogue_says_what_the_code_does() throws IOException {
        mustBeAsKept("event-catalogue.md", Catalogue.of(MODEL));
    }

    @Test
    void every_event_of_the_published_languages_has_a_command_that_leads_to_it() {
        assertThat(MODEL.contexts().stream()
                        .flatMap(context -> context.aggregates().stream())
                        .flatMap(aggregate -> aggregate.events().stream())
                        .map(event -> event.type().name()))
                .containsAll(EventModelReader.published());
    }

    @Test
    void a_change_leads_to_its_own_events_alone() {
        assertThat(changeOf("work", "WorkItem", "Move").events()).containsExactly("ItemMoved", "ItemResolved");
        assertThat(changeOf("work", "WorkItem", "Reclassify").events())
                .containsExactly("ItemReclassified", "ItemSeverityRated", "ItemTied");
        assertThat(changeOf("work", "Project", "DefineWorkflow").events()).containsExactly("WorkflowDefined");
    }

    @Test
    void a_command_leads_to_the_events_that_come_out_of_it_alone() {
        assertThat(commandOf("work", "WorkItem", "OpenItem").events()).containsExactly("ItemOpened");
        assertThat(commandOf("work", "WorkItem", "ImportItem").events())
                .contains("ItemOpened", "ItemMoved", "ForeignFieldNoted")
                .doesNotContain("ItemDescribed", "CommentRemoved");
    }

    @Test
    void a_policy_leads_to_its_command() {
        var merged = context("member").aggregates().stream()
                .filter(aggregate -> aggregate.type().name().equals("Member"))
                .map(member -> member.event("PersonMerged"))
                .findFirst()
                .orElseThrow();
        assertThat(merged.readers())
                .filteredOn(reader -> reader.type().name().equals("WhenPersonIsMergedThenReplaceInProjects"))
                .singleElement()
                .satisfies(policy -> assertThat(policy.sends())
                        .extracting(sent -> sent.context() + " " + sent.type().name())
                        .containsExactly("work ChangeProject"));
    }

    private static EventModel.Change changeOf(String context, String aggregate, String change) {
        return commands(context, aggregate)
                .flatMap(command -> command.changes().stream())
                .filter(candidate -> candidate.type().name().equals(change))
                .findFirst()
                .orElseThrow();
    }

    private static EventModel.Command commandOf(String context, String aggregate, String command) {
        return commands(context, aggregate)
                .filter(candidate -> candidate.type().name().equals(command))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<EventModel.Command> commands(String context, String aggregate) {
        return context(context).aggregates().stream()
                .filter(candidate -> candidate.type().name().equals(aggregate))
                .flatMap(found -> found.commands().stream());
    }

    private static EventModel.Context context(String name) {
        return MODEL.contexts().stream()
                .filter(context -> context.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void mustBeAsKept(String name, String written) throws IOException {
        var kept = Modules.ROOT.resolve("docs").resolve(name);
        if (Boolean.getBoolean("event-model.write")) Files.writeString(kept, written);
        var lines = Files.exists(kept) ? Files.readAllLines(kept) : List.<String>of();
        var wanted = written.lines().toList();
        assertThat(lines.equals(wanted))
                .as("docs/%s is stale from line %d on: write it anew with %s", name, 1 + alike(lines, wanted), WRITE)
                .isTrue();
    }

    /** So many lines are the same from the start on. */
    private static long alike(List<String> lines, List<String> wanted) {
        return IntStream.range(0, Math.min(lines.size(), wanted.size()))
                .takeWhile(line -> lines.get(line).equals(wanted.get(line)))
                .count();
    }
}
