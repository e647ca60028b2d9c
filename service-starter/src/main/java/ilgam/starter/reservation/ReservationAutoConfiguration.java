package ilgam.starter.reservation;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import ilgam.starter.messaging.EventStoreWatch;

/** Reservations in every context; the sweep only in contexts with scheduling. */
@AutoConfiguration
class ReservationAutoConfiguration {

    @Bean
    ReservationKinds reservationKinds(
            JdbcClient database, PlatformTransactionManager transactions, EventStoreWatch watch) {
        return new ReservationKinds(database, transactions, watch::isUp);
    }
}
