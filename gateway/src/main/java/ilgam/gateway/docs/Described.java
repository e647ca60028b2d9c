package ilgam.gateway.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * What the API's description says of a path that the gateway answers itself. Each such path has one as a bean; a test
 * finds those that have none.
 *
 * @param answer the record that is answered, or a string for a page
 * @param open whether everybody may read it
 * @param queries the parameters that it knows
 * @param refusals each a status and its reasons: {@code "403 role"}
 */
public record Described(
        String path,
        String operation,
        String summary,
        String description,
        Class<?> answer,
        boolean open,
        List<Query> queries,
        List<String> refusals) {

    /** A parameter. */
    public record Query(String name, String description) {}

    private static final String TOO_FAST = "429 too-fast";

    /** A path that everybody may read. */
    public static Described open(
            String path, String operation, String summary, String description, Class<?> answer, String... refusals) {
        return new Described(path, operation, summary, description, answer, true, List.of(), with(TOO_FAST, refusals));
    }

    /** A path for admins. */
    public static Described forAdmins(
            String path, String operation, String summary, String description, Class<?> answer) {
        return new Described(
                path,
                operation,
                summary,
                description,
                answer,
                false,
                List.of(),
                List.of("401 not-logged-in unauthenticated", "403 role", TOO_FAST, "503 unavailable"));
    }

    /** The same page by page. */
    public Described paged() {
        return new Described(
                path,
                operation,
                summary,
                description,
                answer,
                open,
                List.of(
                        new Query("limit", "How many there are on a page, 1 to 200; 50 when left out."),
                        new Query("cursor", "The next of the page before; the first page when left out.")),
                with("400 limit-out-of-range malformed-cursor", refusals.toArray(String[]::new)));
    }

    private static List<String> with(String one, String... others) {
        var all = new ArrayList<>(List.of(one));
        all.addAll(List.of(others));
        return all;
    }
}
