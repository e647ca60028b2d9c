package ilgam.standalone.recovery;

import java.util.ArrayList;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import ilgam.standalone.CannotStart;

/** Has the running system compare every projection with a rebuild, and reports differing rows. Nothing is changed. */
record ProjectionComparison(Services services, Consumer<String> say, Consumer<String> fault) {

    private static final long LOOK_MILLIS = 500;

    void run() {
        for (var context : Services.CONTEXTS)
            try {
                compare(context);
            } catch (Services.Away away) {
                fault.accept(
                        "%s: projections could not be compared with a rebuild. %s".formatted(context, away.sentence));
            }
    }

    private void compare(String context) throws Services.Away {
        var asked = new ArrayList<String>();
        for (var projection : services.projections(context)) {
            var name = name(projection);
            var answer = services.ask(
                    "POST", context, "/api/projections/%s/%s/rebuild?compare=true".formatted(context, name));
            if (answer.status() == 202) asked.add(name);
            else say.accept("%s: %s was not compared with a rebuild. %s".formatted(context, name, answer.detail()));
        }
        while (services.projections(context).stream().anyMatch(one -> isAtWork(one) && asked.contains(name(one))))
            pause();
        var rows = 0L;
        for (var projection : services.projections(context))
            if (asked.contains(name(projection))) {
                rows += projection.path("compared").path("rows").asLong();
                report(context, projection);
            }
        say.accept(
                "%s: %d projections with %d rows were compared with a rebuild".formatted(context, asked.size(), rows));
    }

    private void report(String context, JsonNode projection) {
        var found = projection.path("compared");
        var differing = found.path("differing").asLong();
        if (differing == 0) return;
        var first = found.path("differences")
                .valueStream()
                .map(one -> "%s %s (%s)"
                        .formatted(
                                one.path("table").asString(),
                                one.path("key").asString(),
                                one.path("what").asString().replace('-', ' ')))
                .toList();
        fault.accept("%s: %d %s of the projection %s %s not as events say: %s. ./ilgam rebuild %s %s rebuilds it."
                .formatted(
                        context,
                        differing,
                        differing == 1 ? "row" : "rows",
                        name(projection),
                        differing == 1 ? "is" : "are",
                        String.join(", ", first) + (first.size() < differing ? ", …" : ""),
                        context,
                        name(projection)));
    }

    private static boolean isAtWork(JsonNode projection) {
        return projection.path("rebuild").path("compare").asBoolean(false);
    }

    private static String name(JsonNode projection) {
        return projection.path("name").asString();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }
}
