package ilgam.starter.snapshots;

import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

import ilgam.starter.messaging.LastOccurrence;

/** Snapshots in every context that has aggregates. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class SnapshotsAutoConfiguration {

    @Bean
    Snapshots snapshots(JdbcTemplate database) {
        return new Snapshots(new SnapshotTable(database));
    }

    /** Named by every aggregate. */
    @Bean
    SnapshotTriggers lastOccurrence(@Qualifier("eventSerializer") Serializer eventSerializer) {
        return new SnapshotTriggers(new LastOccurrence(), eventSerializer);
    }

    @Bean
    SnapshotsOfLongTails snapshotsOfLongTails(Snapshots snapshots) {
        return new SnapshotsOfLongTails(snapshots);
    }
}
