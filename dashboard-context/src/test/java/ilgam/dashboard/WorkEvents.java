package ilgam.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import ilgam.member.language.MemberId;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

/** Events of projects and items, in March 2026 unless another day is named. */
final class WorkEvents {

    private WorkEvents() {}

    static Instant at(String dayAndTime) {
        return Instant.parse((dayAndTime.length() > 8 ? "" : "2026-03-") + dayAndTime + ":00Z");
    }

    static List<StoredEvent> project(UUID id, String key, Visibility visibility) {
        var project = new ProjectId(id);
        var statuses = List.of(
                new Status("to-do", "To do", Category.TODO),
                new Status("in-progress", "In progress", Category.DOING),
                new Status("blocked", "Blocked", Category.WAITING),
                new Status("done", "Done", Category.DONE));
        return List.of(
                new StoredEvent(id, 0, at("01T08:00"), new ProjectStarted(project, key, key, "", visibility)),
                new StoredEvent(id, 1, at("01T08:00"), new WorkflowDefined(project, statuses, Map.of())));
    }

    static List<StoredEvent> item(UUID project, int number, String openedAt, UUID assignee, String... moves) {
        return item(Kind.TASK, project, number, openedAt, assignee, moves);
    }

    static List<StoredEvent> item(
            Kind kind, UUID project, int number, String openedAt, UUID assignee, String... moves) {
        var id = new UUID(project.getLeastSignificantBits(), number);
        var item = new ItemId(id);
        var stored = new ArrayList<StoredEvent>();
        stored.add(new StoredEvent(id, 0, at(openedAt), opening(kind, item, project, number)));
        stored.add(new StoredEvent(id, 1, at(openedAt), new ItemAssigned(item, null, new MemberId(assignee))));
        for (var move : moves) {
            var parts = move.split(" ");
            ItemEvent moved = new ItemMoved(item, null, parts[1]);
            stored.add(new StoredEvent(id, stored.size(), at(parts[0]), moved));
        }
        return stored;
    }

    private static ItemOpened opening(Kind kind, ItemId item, UUID project, int number) {
        return new ItemOpened(
                item,
                new ProjectId(project),
                number,
                null,
                kind,
                "Item " + number,
                "",
                "to-do",
                null,
                null,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }
}
