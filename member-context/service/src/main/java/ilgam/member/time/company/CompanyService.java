package ilgam.member.time.company;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.people.profile.HomeZone;
import ilgam.member.time.company.CompanyCommand.SetCompanyZone;
import ilgam.starter.ids.Ids;
import ilgam.starter.projection.ConsistentCommands;
import ilgam.starter.projection.ConsistentCommands.Shown;
import ilgam.starter.security.Caller;

/** Application service for the company. The projection shows the change when a method returns. */
@Component
public class CompanyService {

    /** The id of the company; an installation has one. */
    static final UUID COMPANY = Ids.named("company");

    private final ConsistentCommands commands;
    private final CompanyZone zone;

    CompanyService(ConsistentCommands commands, CompanyZone zone) {
        this.commands = commands;
        this.zone = zone;
    }

    /**
     * Sets the company's time zone from now on, unless it was changed since the version {@code seen}; null skips the
     * check.
     */
    public void moveTo(HomeZone where, @Nullable Long seen, Caller admin) {
        commands.sendAndAwait(
                new SetCompanyZone(COMPANY, where, seen),
                admin,
                new Shown("company-zone", COMPANY, version -> zone.version() >= version));
    }
}
