package ilgam.starter.messaging;

import org.axonframework.common.IdentifierFactory;

import ilgam.starter.ids.Ids;

/** Gives messages time-ordered ids, which are cheaper to index than random ones. */
public final class OrderedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Ids.next().toString();
    }
}
