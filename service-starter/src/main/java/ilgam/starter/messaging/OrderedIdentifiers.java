package ilgam.starter.messaging;

import org.axonframework.common.IdentifierFactory;

import ilgam.starter.ids.Ids;

/** Messages have time-ordered ids too; they are cheaper than random ones. */
public final class OrderedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Ids.next().toString();
    }
}
