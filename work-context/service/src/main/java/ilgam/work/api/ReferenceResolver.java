package ilgam.work.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Text;
import ilgam.starter.web.Refused;
import ilgam.work.item.LabelName;
import ilgam.work.language.ItemId;
import ilgam.work.list.ItemView;
import ilgam.work.list.Items;
import ilgam.work.people.People;
import ilgam.work.project.ProjectRefused;
import ilgam.work.projects.ProjectView;
import ilgam.work.projects.ProjectView.StatusView;
import ilgam.work.words.FieldReason;

/** Resolves the names and keys in requests: statuses, members and other items. */
@Component
class ReferenceResolver {

    private static final Set<String> ENDED = Set.of("done", "dropped");

    private final Items items;
    private final ProjectService projects;
    private final People people;

    ReferenceResolver(Items items, ProjectService projects, People people) {
        this.items = items;
        this.projects = projects;
        this.people = people;
    }

    /** The id of a status by its id, its name, or its name regardless of case. */
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
                .orElseThrow(
                        () -> FieldValidation.noneOf("/status", names(project), "The status is one of {choices}."));
    }

    /** The initial status of an item: the first one of category to do. */
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

    private static List<String> names(ProjectView project) {
        return project.workflow().statuses().stream().map(StatusView::name).toList();
    }

    /** A member who can be assigned to items of this project. */
    @Nullable
    MemberId assignee(ProjectView project, @Nullable UUID member, Caller caller) {
        if (member == null) return null;
        if (!member.equals(caller.member()) && !people.knows(member))
            throw FieldValidation.invalid("/assignee", FieldReason.NO_SUCH_MEMBER, "There is no such member.");
        if (project.visibility().equals("private") && !project.members().contains(member) && !isAdmin(member, caller))
            throw FieldValidation.invalid(
                    "/assignee",
                    FieldReason.MEMBER_NOT_ADMITTED,
                    "This member has not been admitted to the private project.");
        return new MemberId(member);
    }

    private boolean isAdmin(UUID member, Caller caller) {
        return member.equals(caller.member()) ? caller.is("ADMIN") : people.isAdmin(member);
    }

    static Set<LabelName> labels(@Nullable Collection<? extends @Nullable String> labels) {
        if (labels == null) return Set.of();
        return FieldValidation.at(
                "/labels", () -> labels.stream().map(LabelName::of).collect(Collectors.toSet()));
    }

    /** The item's new parent, which may replace an existing one. */
    @Nullable
    ItemId parent(@Nullable String key, @Nullable ItemView item, Caller caller) {
        var parent = key == null ? null : item("/parent", key, caller);
        if (item == null) mustTakeTies(parent, caller);
        else if (parent == null || !parent.key().equals(item.parent()))
            mustTakeTies(parent, items.ties(item.id()).parentArchived(), caller);
        return parent == null ? null : new ItemId(parent.id());
    }

    /** The task that an issue is about. */
    @Nullable
    ItemId task(@Nullable String key, @Nullable ItemView item, Caller caller) {
        var task = key == null ? null : item("/task", key, caller);
        if (task != null && !task.kind().equals("task"))
            throw FieldValidation.invalid(
                    "/task", FieldReason.NOT_A_TASK, Sentence.of("{key} is not a task.", Map.of("key", task.key())));
        if (item == null) mustTakeTies(task, caller);
        else if (task == null || !task.key().equals(item.task()))
            mustTakeTies(task, items.ties(item.id()).taskArchived(), caller);
        return task == null ? null : new ItemId(task.id());
    }

    /** Refuses to add or remove a relation to an item in an archived project. */
    private void mustTakeTies(@Nullable ItemView next, boolean archivedUntilNow, Caller caller) {
        if (archivedUntilNow)
            throw new Refused(
                    ProjectRefused.Reason.ARCHIVED,
                    "The related item is in an archived project. Unarchive the project to change the relation.",
                    Map.of());
        mustTakeTies(next, caller);
    }

    private void mustTakeTies(@Nullable ItemView item, Caller caller) {
        if (item != null) projects.findForWork(item.project(), caller);
    }

    private ItemView item(String pointer, String key, Caller caller) {
        return items.find(key, caller)
                .filter(found -> !found.deleted())
                .orElseThrow(
                        () -> FieldValidation.invalid(pointer, FieldReason.NO_SUCH_ITEM, "There is no such item."));
    }
}
