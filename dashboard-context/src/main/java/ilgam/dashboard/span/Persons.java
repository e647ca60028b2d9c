package ilgam.dashboard.span;

import java.util.UUID;

import org.springframework.stereotype.Component;

import ilgam.dashboard.alias.Aliases;

/** Whose figures are a person's: another one's, if that is whom they turned out to be. */
@Component
public class Persons {

    private final Aliases aliases;

    Persons(Aliases aliases) {
        this.aliases = aliases;
    }

    public UUID whoHasFiguresOf(UUID person) {
        return aliases.whoIs(SpanRows.READER, person);
    }
}
