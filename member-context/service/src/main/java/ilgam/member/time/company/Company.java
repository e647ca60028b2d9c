package ilgam.member.time.company;

import java.util.Objects;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.time.company.CompanyCommand.BeginInZone;
import ilgam.member.time.company.CompanyCommand.SetCompanyZone;
import ilgam.starter.locking.FieldVersions;
import ilgam.starter.snapshots.Snapshotted;

import static ilgam.member.time.company.CompanyRefused.Reason.STALE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** The company. A command that would change nothing is a no-op. */
@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
class Company implements Snapshotted {

    @AggregateIdentifier
    private @Nullable UUID id;

    private @Nullable String timeZone;
    private final FieldVersions<Field> versions = new FieldVersions<>();

    private enum Field {
        ZONE
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(BeginInZone command) {
        if (timeZone == null)
            apply(new CompanyZoneSet(command.company(), command.zone().name()));
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(SetCompanyZone command) {
        mustHaveBeenSeen(command.ifVersion());
        if (!command.zone().name().equals(timeZone))
            apply(new CompanyZoneSet(command.company(), command.zone().name()));
        return version();
    }

    @EventSourcingHandler
    void on(CompanyZoneSet set, @SequenceNumber long version) {
        id = set.company();
        timeZone = set.timeZone();
        versions.changed(Field.ZONE, version);
    }

    @EventSourcingHandler
    void on(CompanySnapshot kept) {
        id = kept.company();
        timeZone = kept.timeZone();
        versions.changed(Field.ZONE, kept.zoneSetIn());
    }

    @Override
    public CompanySnapshot snapshot() {
        return new CompanySnapshot(
                Objects.requireNonNull(id), Objects.requireNonNull(timeZone), versions.lastChange(Field.ZONE));
    }

    private void mustHaveBeenSeen(@Nullable Long seen) {
        if (FieldVersions.isYetToCome(seen, version()) || versions.changedSince(seen, Field.ZONE))
            throw new CompanyRefused(
                    STALE, "Somebody else changed the company in the meantime. Load it again, then repeat the change.");
    }

    /** The version before the first event is one below that of the first event. */
    private long version() {
        return id == null ? -1 : getVersion();
    }

    Company() {} // Axon replays events into it
}
