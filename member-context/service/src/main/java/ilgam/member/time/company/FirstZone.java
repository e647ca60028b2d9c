package ilgam.member.time.company;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.member.people.profile.HomeZone;
import ilgam.member.time.company.CompanyCommand.BeginInZone;
import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.projection.ReadYourWrites;

/**
 * Sets the company's first time zone to that of its first admin, when they sign up. A scheduled sweep repeats it after
 * a failure, and in a company that is older than this feature uses the zone of the longest-standing admin. Several
 * instances may try at once: the aggregate accepts the first.
 */
@Component
public class FirstZone {

    private static final Logger LOG = LoggerFactory.getLogger(FirstZone.class);

    private final JdbcClient db;
    private final Commands commands;
    private final ReadYourWrites writes;
    private final CompanyZone zone;
    private final AtomicBoolean isSet = new AtomicBoolean();

    FirstZone(JdbcClient db, Commands commands, ReadYourWrites writes, CompanyZone zone) {
        this.db = db;
        this.commands = commands;
        this.writes = writes;
        this.zone = zone;
    }

    /** Sets the first zone if there is none and there is an admin. The sweep retries after a failure. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT0S")
    public void ensure() {
        if (isSet.get()) return;
        try {
            if (zone.version() < 0) zoneOfTheOldestAdmin().ifPresent(this::begin);
            isSet.set(zone.version() >= 0);
        } catch (RuntimeException later) {
            LOG.info("The company's first time zone could not be set yet: {}", later.toString());
        }
    }

    private void begin(HomeZone first) {
        try {
            long version = commands.<Long>send(
                    new BeginInZone(CompanyService.COMPANY, first), MetaData.with(Metadata.SOURCE, "company"));
            writes.await("company-zone", CompanyService.COMPANY, () -> zone.version() >= version);
        } catch (AlreadyExists meanwhile) {
            writes.await("company-zone", CompanyService.COMPANY, () -> zone.version() >= 0);
        }
    }

    private Optional<HomeZone> zoneOfTheOldestAdmin() {
        return db.sql("""
                        select p.time_zone from member m join profile p on p.member_id = m.id
                        where m.role = 'ADMIN' and m.active and m.account
                        order by m.since, m.id limit 1
                        """).query(String.class).optional().map(HomeZone::new);
    }
}
