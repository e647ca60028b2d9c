package ilgam.member.company;

import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.company.CompanyCommand.SetCompanyZone;
import ilgam.member.profile.HomeZone;
import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.security.Caller;

/** An admin changes the company; what was changed is shown when this returns. */
@Component
public class CompanyService {

    /** The one company of an installation. */
    static final UUID COMPANY = Ids.named("company");

    private final Commands commands;
    private final ReadYourWrites writes;
    private final CompanyZone zone;

    CompanyService(Commands commands, ReadYourWrites writes, CompanyZone zone) {
        this.commands = commands;
        this.writes = writes;
        this.zone = zone;
    }

    /** The company's days start there from now on, unless that was changed since the version {@code seen}. */
    public void moveTo(HomeZone where, @Nullable Long seen, Caller admin) {
        try {
            long version = commands.<Long>send(new SetCompanyZone(COMPANY, where, seen), admin);
            writes.await("company-zone", COMPANY, () -> zone.version() >= version);
        } catch (CommandExecutionException failure) {
            throw CompanyRefused.in(failure);
        }
    }
}
