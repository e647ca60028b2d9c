package ilgam.work.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.starter.security.Caller;
import ilgam.work.item.Day;
import ilgam.work.item.Description;
import ilgam.work.item.Hours;
import ilgam.work.item.ItemChange;
import ilgam.work.item.Points;
import ilgam.work.item.Resolution;
import ilgam.work.item.Title;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.list.ItemView;
import ilgam.work.projects.ProjectView;

/** Converts a merge patch to changes, one for each field that it has. */
@Component
class Patching {

    private final ReferenceResolver references;

    Patching(ReferenceResolver references) {
        this.references = references;
    }

    /** The changes for a new item. Without a status it begins in the first one of category to do. */
    List<ItemChange> fields(NewItem body, ProjectView project, Caller caller) {
        var fields = new ArrayList<ItemChange>();
        if (body.status() == null) fields.add(new ItemChange.Move(ReferenceResolver.firstStatus(project), Set.of()));
        fields.addAll(changes(body.fields(), null, project, caller));
        return fields;
    }

    /** @param item null for a new one */
    List<ItemChange> changes(ItemPatch patch, @Nullable ItemView item, ProjectView project, Caller caller) {
        var changes = new ArrayList<ItemChange>();
        changes.addAll(patch.title()
                .to(text -> new ItemChange.Rename(FieldValidation.at("/title", () -> Title.of(text)))));
        changes.addAll(patch.description()
                .to(text -> new ItemChange.Describe(FieldValidation.at(
                        "/description", () -> Description.insteadOf(item == null ? null : item.description(), text)))));
        changes.addAll(
                patch.kind().to(word -> new ItemChange.Reclassify(FieldValidation.word("/kind", word, Kind.class))));
        changes.addAll(patch.status().to(name -> move(project, name)));
        changes.addAll(
                patch.assignee().to(member -> new ItemChange.Assign(references.assignee(project, member, caller))));
        changes.addAll(patch.startOn()
                .to(date -> new ItemChange.ScheduleStart(FieldValidation.at("/startOn", () -> Day.of(date)))));
        changes.addAll(patch.dueOn()
                .to(date -> new ItemChange.ScheduleDue(FieldValidation.at("/dueOn", () -> Day.of(date)))));
        changes.addAll(patch.estimateHours()
                .to(hours -> new ItemChange.Estimate(FieldValidation.at("/estimateHours", () -> Hours.of(hours)))));
        changes.addAll(patch.points()
                .to(points -> new ItemChange.Size(FieldValidation.at("/points", () -> Points.of(points)))));
        changes.addAll(patch.priority()
                .to(priority ->
                        new ItemChange.Prioritise(Optional.ofNullable(priority).orElse(Priority.NONE))));
        changes.addAll(patch.severity().to(ItemChange.RateSeverity::new));
        changes.addAll(patch.resolution().to(Patching::resolve));
        changes.addAll(patch.labels().to(labels -> new ItemChange.Relabel(ReferenceResolver.labels(labels))));
        changes.addAll(patch.parent().to(key -> new ItemChange.Reparent(references.parent(key, item, caller))));
        changes.addAll(patch.task().to(key -> new ItemChange.Tie(references.task(key, item, caller))));
        return changes;
    }

    static ItemChange move(ProjectView project, @Nullable String status) {
        return new ItemChange.Move(ReferenceResolver.status(project, status), ReferenceResolver.openStatuses(project));
    }

    static ItemChange resolve(@Nullable String resolution) {
        return new ItemChange.Resolve(FieldValidation.at("/resolution", () -> Resolution.of(resolution)));
    }
}
