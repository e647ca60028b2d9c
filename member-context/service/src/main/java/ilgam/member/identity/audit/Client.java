package ilgam.member.identity.audit;

import org.jspecify.annotations.Nullable;

/** The client of a request: its address and its browser or program, as far as they are known. */
public record Client(@Nullable String address, @Nullable String userAgent) {

    private static final int LONGEST = 300;

    public Client {
        address = shortened(address);
        userAgent = shortened(userAgent);
    }

    /** A readable name of a browser or program, such as "Firefox on Linux". */
    public static String deviceOf(@Nullable String userAgent) {
        return Device.of(userAgent == null ? "" : userAgent);
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) return null;
        var printable = text.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
    }
}
