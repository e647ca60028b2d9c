package ilgam.dashboard.span;

import java.util.UUID;

import org.springframework.stereotype.Component;

import ilgam.member.replica.Aliases;

/** Resolves a person to the member they were merged into. */
@Component
public class Persons {

    private final Aliases aliases;

    Persons(Aliases aliases) {
        this.aliases = aliases;
    }

    public UUID whoHasFiguresOf(UUID person) {
        return aliases.finalIdOf(SpanRows.READER, person);
    }
}
