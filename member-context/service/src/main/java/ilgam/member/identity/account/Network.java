package ilgam.member.identity.account;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.audit.Client;

/**
 * The network that attempts come from: an IPv4 address, or the first half of an IPv6 address, as one client usually
 * controls all addresses of that prefix.
 */
record Network(String text) {

    private static final int HALF = 4;

    static Optional<Network> of(Client client) {
        return Optional.ofNullable(named(client.address())).map(Network::new);
    }

    private static @Nullable String named(@Nullable String address) {
        if (address == null || address.indexOf(':') < 0 || address.contains(".")) return address;
        var groups = address.split("::", 2)[0].split(":");
        return String.join(":", Arrays.copyOf(groups, Math.min(HALF, groups.length)));
    }

    /** The key for counting attempts. It cannot collide with an e-mail address. */
    String key() {
        return "from " + text;
    }
}
