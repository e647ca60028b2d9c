package ilgam.starter.projection.rebuild;

import org.springframework.http.HttpStatus;

import ilgam.starter.projection.Projections;
import ilgam.starter.projection.rebuild.ProjectionStates.State;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/** Pauses, resumes and rebuilds a projection, or refuses because of what is done with it already. */
record ProjectionControl(ProjectionStates states, StoredTokens tokens, Rebuilds rebuilds) {

    void pause(Projections.Entry projection) {
        var name = projection.name();
        states.alone(() -> {
            var state = states.all().get(name);
            if (state != null && state.isRebuild()) throw atWork(CommonReason.REBUILDING, "is being rebuilt");
            if (state == null) tokens.copy(projection.processor(), OwnReader.nameFor(name));
            states.set(name, State.PAUSED);
            return true;
        });
    }

    void resume(Projections.Entry projection) {
        var name = projection.name();
        states.alone(() -> {
            if (states.all().get(name) == State.PAUSED) states.set(name, State.CATCHING_UP);
            return true;
        });
    }

    /** @param compare whether the rebuild is only compared with the projection, which stays */
    void rebuild(Projections.Entry projection, boolean compare) {
        var name = projection.name();
        states.within(() -> {
            var state = states.beginRebuild(name, compare);
            if (!state.isRebuild()) throw atWork(CommonReason.PAUSED, "is paused or catches up");
            if (compare != (state == State.COMPARING))
                throw atWork(
                        CommonReason.REBUILDING,
                        compare ? "is being rebuilt just now" : "is being compared with a rebuild just now");
            if (states.mustMakeTables(name)) rebuilds.begin(projection);
            return true;
        });
    }

    private static Refused atWork(CommonReason reason, String why) {
        return new Refused(
                HttpStatus.CONFLICT, reason, "The projection %s. Please wait until that is over.".formatted(why));
    }
}
