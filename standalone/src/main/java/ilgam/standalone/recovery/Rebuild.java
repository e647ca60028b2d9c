package ilgam.standalone.recovery;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import ilgam.standalone.CannotStart;

/** Has the running system rebuild a projection, and shows its progress. The rebuild does not depend on this process. */
record Rebuild(Services services, String context, String projection, PrintStream out) {

    private static final long LOOK_MILLIS = 500;
    private static final String REBUILDING = "rebuilding";

    /** Returns when the new tables have replaced the old ones. */
    void run() {
        try {
            mustBeThere();
            if (found().orElseThrow().path("rebuild").path("compare").asBoolean(false))
                throw CannotStart.refused("%s/%s is being compared with a rebuild just now: try again in a moment."
                        .formatted(context, projection));
            if (state().equals(REBUILDING)) say("is being rebuilt already: this is how far it is");
            else begin();
        } catch (Services.Away away) {
            throw CannotStart.failed(away.sentence);
        }
        var leave =
                new Thread(() -> say("goes on being rebuilt by the running system. The same command shows how far"));
        Runtime.getRuntime().addShutdownHook(leave);
        try {
            follow();
        } finally {
            Runtime.getRuntime().removeShutdownHook(leave);
        }
        say("is rebuilt");
    }

    private void mustBeThere() throws Services.Away {
        if (!Services.CONTEXTS.contains(context))
            throw CannotStart.refused(
                    "There is no context '%s': use %s.".formatted(context, String.join(", ", Services.CONTEXTS)));
        if (found().isEmpty())
            throw CannotStart.refused("There is no projection '%s' of %s: use %s."
                    .formatted(
                            projection,
                            context,
                            services.projections(context).stream()
                                    .map(Rebuild::name)
                                    .collect(Collectors.joining(", "))));
    }

    private void begin() throws Services.Away {
        var answer = services.ask("POST", context, "/api/projections/%s/%s/rebuild".formatted(context, projection));
        if (answer.status() != 202) throw CannotStart.refused(answer.detail());
        say("is rebuilt beside the old one, which answers meanwhile");
    }

    private void follow() {
        var shown = "";
        while (true) {
            var now = progress();
            if (now.isEmpty()) return;
            if (!now.get().equals(shown)) say(now.get());
            shown = now.get();
            pause();
        }
    }

    /** The progress; empty when the rebuild is over. */
    private Optional<String> progress() {
        try {
            var view = found().orElseThrow();
            if (!view.path("state").asString().equals(REBUILDING)) return Optional.empty();
            var at = view.path("rebuild").path("at").asLong();
            var of = view.path("rebuild").path("of").asLong();
            return Optional.of("%d %%: event %d of %d".formatted(of == 0 ? 100 : at * 100 / of, at, of));
        } catch (Services.Away away) {
            if (!services.isRunning())
                throw CannotStart.failed("The system was stopped. The rebuild goes on when it is started again.");
            return Optional.of("waits: " + away.sentence);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }

    private String state() throws Services.Away {
        return found().orElseThrow().path("state").asString();
    }

    private Optional<JsonNode> found() throws Services.Away {
        return services.projections(context).stream()
                .filter(one -> name(one).equals(projection))
                .findFirst();
    }

    private static String name(JsonNode projection) {
        return projection.path("name").asString();
    }

    private void say(String what) {
        out.println("ilgam: %s/%s %s".formatted(context, projection, what));
    }
}
