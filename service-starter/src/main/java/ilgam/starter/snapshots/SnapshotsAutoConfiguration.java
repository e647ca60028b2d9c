package ilgam.starter.snapshots;

import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

import ilgam.starter.messaging.LastOccurrence;
import ilgam.starter.messaging.StoredSize;

/** Snapshots in every context with aggregates. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class SnapshotsAutoConfiguration {

    @Bean
    Snapshots snapshots(JdbcTemplate database) {
        return new Snapshots(new SnapshotTable(database));
    }

    /** The snapshot trigger that every aggregate refers to by name. */
    @Bean
    SnapshotTriggers lastOccurrence(StoredSize storedSize) {
        return new SnapshotTriggers(new LastOccurrence(), storedSize);
    }

    @Bean
    SnapshotsOfLongTails snapshotsOfLongTails(Snapshots snapshots) {
        return new SnapshotsOfLongTails(snapshots);
    }
}
