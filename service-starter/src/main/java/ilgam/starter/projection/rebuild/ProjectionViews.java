package ilgam.starter.projection.rebuild;

import java.util.List;

import ilgam.starter.projection.ContextName;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.projection.Projections;
import ilgam.starter.projection.rebuild.ProjectionStates.State;
import ilgam.starter.projection.rebuild.ProjectionView.Compared;
import ilgam.starter.projection.rebuild.ProjectionView.Progress;
import ilgam.starter.projection.rebuild.ProjectionView.Work;

/** Reads how far each projection is. */
record ProjectionViews(
        Projections projections,
        ProjectionStates states,
        ProjectionPositions positions,
        Comparisons comparisons,
        ContextName context) {

    List<ProjectionView> all() {
        return projections.all().stream()
                .filter(projection -> projection.kind() == Kind.PROJECTION)
                .map(this::of)
                .toList();
    }

    ProjectionView of(Projections.Entry projection) {
        var state = states.all().get(projection.name());
        var itsReader = OwnReader.nameFor(projection.name());
        boolean rebuild = state != null && state.isRebuild();
        var shown = state == null || rebuild ? projection.processor() : itsReader;
        var reached = positions.of(shown);
        var progress = rebuild
                ? new Progress(positions.of(itsReader).position(), reached.head(), state == State.COMPARING)
                : null;
        return new ProjectionView(
                context.label(),
                projection.name(),
                state == null ? Work.RUNNING : rebuild ? Work.REBUILDING : Work.valueOf(state.name()),
                reached.position(),
                reached.head(),
                reached.lagSeconds(),
                progress,
                comparisons
                        .latest(projection.name())
                        .map(it -> new Compared(it.at(), it.rows(), it.differing(), it.differences()))
                        .orElse(null));
    }
}
