package ilgam.member.time.company;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.people.profile.HomeZone;

/** Everything that can be done with the company. Each command returns its version after it. */
public sealed interface CompanyCommand {

    UUID company();

    /** Sets the company's first time zone; a no-op when it already has one. */
    record BeginInZone(@TargetAggregateIdentifier UUID company, HomeZone zone) implements CompanyCommand {}

    /**
     * Sets the company's time zone from now on.
     *
     * @param ifVersion refused when the zone was changed after this version; null skips the check
     */
    record SetCompanyZone(
            @TargetAggregateIdentifier UUID company,
            HomeZone zone,
            @Nullable Long ifVersion) implements CompanyCommand {}
}
