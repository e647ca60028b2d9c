package ilgam.starter.forms;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Events of earlier and later versions of the software, read by aggregates and projections. */
class StoredFormsTest {

    private static final Postgres.Context DATABASES = Postgres.context("work");
    private static final ConfigurableApplicationContext APPLICATION = SampleContext.start(DATABASES);

    private final Commands commands = APPLICATION.getBean(Commands.class);
    private final Sums sums = APPLICATION.getBean(Sums.class);
    private final UUID counter = Ids.next();

    StoredFormsTest() {
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
    }

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    @Test
    void an_event_of_an_earlier_form_is_upcast() throws Exception {
        store(Counter.Renamed.class.getName(), null, "\"text\":\"Ada\"");

        assertThat(name()).isEqualTo("Ada, CALM");
    }

    @Test
    void a_new_event_has_the_revision_of_its_last_change() {
        var written = APPLICATION
                .getBean("eventSerializer", Serializer.class)
                .serialize(new Counter.Renamed(counter, "Ada", Counter.Mood.CALM), byte[].class);

        assertThat(written.getType().getRevision()).isEqualTo("1");
        assertThat(APPLICATION.getBean(RevisionResolver.class).revisionOf(Counter.Added.class))
                .as("of an event that has only ever had one form")
                .isNull();
    }

    @Test
    void unknown_fields_and_constants_of_a_later_version_are_tolerated() throws Exception {
        store(Counter.Renamed.class.getName(), "1", "\"name\":\"Ada\",\"mood\":\"FURIOUS\",\"colour\":\"red\"");

        assertThat(name()).isEqualTo("Ada, CALM");
    }

    @Test
    void an_event_type_of_a_later_version_delays_nothing() throws Exception {
        store("ilgam.starter.sample.Counter$Painted", null, "\"colour\":\"red\"");

        commands.send(new Counter.Add(counter, 5, 1), MetaData.emptyInstance());

        assertThat(commands.<Integer>send(new Counter.Ask(counter), MetaData.emptyInstance()))
                .isEqualTo(5);
        await().until(() -> sums.rows(counter) == 1);
    }

    @Test
    void changes_of_a_form_must_be_a_chain() {
        var first = new FormChange("A", null, "1", event -> event);
        assertThatThrownBy(() -> new StoredForms(List.of(first, new FormChange("A", null, "2", event -> event))))
                .hasMessageContaining("Two changes of A");
        assertThatThrownBy(() -> new StoredForms(List.of(first, new FormChange("A", "1", "1", event -> event))))
                .hasMessageContaining("form a cycle");
        assertThatThrownBy(() -> new StoredForms(List.of(new FormChange("A", "1", "2", event -> event))))
                .hasMessageContaining("first form");
    }

    private String name() {
        return commands.send(new Counter.AskName(counter), MetaData.emptyInstance());
    }

    private void store(String type, @Nullable String revision, String fields) throws SQLException {
        try (var connection = DATABASES.eventStore().getConnection();
                var statement = connection.prepareStatement("""
                        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                                                  time_stamp, payload_type, payload_revision, payload, meta_data)
                        values (?, ?, 1, 'Counter', '2026-11-29T08:00:00Z', ?, ?, convert_to(?, 'UTF8'),
                                convert_to('{}', 'UTF8'))""")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, counter.toString());
            statement.setString(3, type);
            statement.setString(4, revision);
            statement.setString(5, "{\"counter\":\"%s\",%s}".formatted(counter, fields));
            statement.executeUpdate();
        }
    }
}
