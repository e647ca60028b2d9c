package ilgam.dashboard.figures;

/** The instant at which an item must have been in the scope. */
enum InScope {
    WHEN_DONE("run.done_at"),
    AT_INSTANT(":at");

    private final String span;
    private final String run;

    InScope(String instant) {
        span = """
            %1$s
            and (cast(:team as uuid) is null or span.assignee in (
                select member from team_member where team = :team and from_at <= %2$s and %2$s < to_at))
            """.formatted(Segments.IN_SCOPE, instant);
        run = "join span on span.item = run.item and span.from_at <= %1$s and %1$s < span.to_at and %2$s"
                .formatted(instant, span);
    }

    /** The condition on the span that an item is in at the instant. */
    String span() {
        return span;
    }

    /** Joins the span that a finished item is in at the instant, if it is in scope. */
    String run() {
        return run;
    }
}
