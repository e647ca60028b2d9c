package ilgam.member.identity.audit;

import java.util.List;
import java.util.Map;

/**
 * Reads the name of a device from a user agent. The order of the checks matters, as browsers claim to be each other.
 */
final class Device {

    private static final String UNKNOWN = "Unknown device";

    private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Whale/", "Whale"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"),
            Map.entry("curl/", "curl"),
            Map.entry("Java-http-client/", "Java"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private Device() {}

    static String of(String userAgent) {
        var program = first(PROGRAMS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (program.isEmpty()) return system.isEmpty() ? UNKNOWN : system;
        return system.isEmpty() ? program : program + " on " + system;
    }

    private static String first(List<Map.Entry<String, String>> known, String userAgent) {
        return known.stream()
                .filter(entry -> userAgent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
