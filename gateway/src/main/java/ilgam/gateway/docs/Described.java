package ilgam.gateway.docs;

import java.util.List;

/**
 * What the API's description says of a path that the gateway answers itself. Each such path has one as a bean; a test
 * finds those that have none.
 *
 * @param answer the record that is answered, or a string for a page
 * @param open whether everybody may ask
 * @param queries the parameters that it knows
 * @param refusals statuses of problems
 */
public record Described(
        String path,
        String operation,
        String summary,
        Class<?> answer,
        boolean open,
        List<String> queries,
        List<Integer> refusals) {

    /** A path that everybody may ask. */
    public static Described open(String path, String operation, String summary, Class<?> answer, Integer... refusals) {
        return new Described(path, operation, summary, answer, true, List.of(), List.of(refusals));
    }

    /** A path for admins. */
    public static Described forAdmins(
            String path, String operation, String summary, Class<?> answer, String... queries) {
        return new Described(path, operation, summary, answer, false, List.of(queries), List.of(401, 403));
    }
}
