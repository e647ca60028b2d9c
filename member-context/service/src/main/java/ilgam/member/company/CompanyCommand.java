package ilgam.member.company;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.profile.HomeZone;

/** Everything that can be asked of the company. Each answers with its version after it. */
public sealed interface CompanyCommand {

    UUID company();

    /** The company's days start here until somebody says otherwise; nothing once there is a zone. */
    record BeginInZone(@TargetAggregateIdentifier UUID company, HomeZone zone) implements CompanyCommand {}

    /**
     * The company's days start here from now on.
     *
     * @param ifVersion refused when the zone was set later than that; null: whatever happened
     */
    record SetCompanyZone(
            @TargetAggregateIdentifier UUID company,
            HomeZone zone,
            @Nullable Long ifVersion) implements CompanyCommand {}
}
