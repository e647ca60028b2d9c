package ilgam.gateway.edge;

/** Refuses paths that the filters, the router and a context could read differently. */
final class PathFirewall {

    private PathFirewall() {}

    /**
     * Whether the raw path is unambiguous: no dot segments, empty segments, path parameters, backslashes or encoded
     * slashes.
     */
    static boolean admits(String raw) {
        if (!raw.startsWith("/") || raw.contains("//")) return false;
        for (int at = 0; at < raw.length(); at++) {
            switch (raw.charAt(at)) {
                case ';', '\\' -> {
                    return false;
                }
                case '%' -> {
                    if (isAmbiguous(raw, at)) return false;
                }
                case '/' -> {
                    if (isDots(raw, at + 1)) return false;
                }
                default -> {}
            }
        }
        return true;
    }

    private static boolean isAmbiguous(String raw, int at) {
        if (at + 2 >= raw.length()) return true;
        int code = Character.digit(raw.charAt(at + 1), 16) * 16 + Character.digit(raw.charAt(at + 2), 16);
        return code < 0x20 || code == '/' || code == '\\' || code == '.' || code == ';' || code == '%' || code == 0x7f;
    }

    private static boolean isDots(String raw, int from) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) == '.') at++;
        return at > from && at - from <= 2 && (at == raw.length() || raw.charAt(at) == '/');
    }
}
