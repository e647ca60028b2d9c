package ilgam.work.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Text;
import ilgam.work.item.LabelName;
import ilgam.work.language.ItemId;
import ilgam.work.list.ItemView;
import ilgam.work.list.Items;
import ilgam.work.people.People;
import ilgam.work.projects.ProjectView;
import ilgam.work.projects.ProjectView.StatusView;

/** What clients name by names and keys, looked up: statuses, members and other items. */
@Component
class Terms {

    private static final Set<String> ENDED = Set.of("done", "dropped");

    private final Items items;
    private final People people;

    Terms(Items items, People people) {
        this.items = items;
        this.people = people;
    }

    /** The id of the status that the client means: by its name, its id, or its name in other letters' cases. */
    static String status(ProjectView project, @Nullable String nameOrId) {
        var wanted = nameOrId == null ? "" : Text.composed(nameOrId.strip());
        return List.<Predicate<StatusView>>of(
                        status -> Text.composed(status.name()).equals(wanted),
                        status -> status.id().equals(wanted),
                        status -> Text.composed(status.name()).equalsIgnoreCase(wanted))
                .stream()
                .flatMap(isMeant -> project.workflow().statuses().stream().filter(isMeant))
                .map(StatusView::id)
                .findFirst()
                .orElseThrow(() -> Said.invalid("/status", "The status is one of %s.".formatted(names(project))));
    }

    /** Where an item starts: the first status that is still to do. */
    static String firstStatus(ProjectView project) {
        return project.workflow().statuses().stream()
                .min(Comparator.comparing(status -> !status.category().equals("todo")))
                .map(StatusView::id)
                .orElseThrow();
    }

    static Set<String> openStatuses(ProjectView project) {
        return project.workflow().statuses().stream()
                .filter(status -> !ENDED.contains(status.category()))
                .map(StatusView::id)
                .collect(Collectors.toSet());
    }

    private static String names(ProjectView project) {
        return project.workflow().statuses().stream().map(StatusView::name).collect(Collectors.joining(", "));
    }

    /** Somebody who can be given work in this project. */
    @Nullable
    MemberId assignee(ProjectView project, @Nullable UUID member, Caller caller) {
        if (member == null) return null;
        if (!member.equals(caller.member()) && !people.knows(member))
            throw Said.invalid("/assignee", "There is no such member.");
        if (project.visibility().equals("private") && !project.members().contains(member) && !isAdmin(member, caller))
            throw Said.invalid("/assignee", "This member has not been admitted to the private project.");
        return new MemberId(member);
    }

    private boolean isAdmin(UUID member, Caller caller) {
        return member.equals(caller.member()) ? caller.is("ADMIN") : people.isAdmin(member);
    }

    static Set<LabelName> labels(@Nullable Collection<? extends @Nullable String> labels) {
        if (labels == null) return Set.of();
        return Said.at("/labels", () -> labels.stream().map(LabelName::of).collect(Collectors.toSet()));
    }

    @Nullable
    ItemId parent(@Nullable String key, Caller caller) {
        return key == null ? null : new ItemId(item("/parent", key, caller).id());
    }

    @Nullable
    ItemId task(@Nullable String key, Caller caller) {
        if (key == null) return null;
        var task = item("/task", key, caller);
        if (!task.kind().equals("task")) throw Said.invalid("/task", "%s is not a task.".formatted(task.key()));
        return new ItemId(task.id());
    }

    private ItemView item(String pointer, String key, Caller caller) {
        return items.find(key, caller)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> Said.invalid(pointer, "There is no such item."));
    }
}
