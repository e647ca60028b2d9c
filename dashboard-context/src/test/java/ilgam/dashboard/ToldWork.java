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

/** Projects and items as events tell of them, in March 2026 unless another day is named. */
final class ToldWork {

    private ToldWork() {}

    static Instant at(String dayAndTime) {
        return Instant.parse((dayAndTime.length() > 8 ? "" : "2026-03-") + dayAndTime + ":00Z");
    }

    static List<Told> project(UUID id, String key, Visibility visibility) {
        var project = new ProjectId(id);
        var statuses = List.of(
                new Status("to-do", "To do", Category.TODO),
                new Status("in-progress", "In progress", Category.DOING),
                new Status("blocked", "Blocked", Category.WAITING),
                new Status("done", "Done", Category.DONE));
        return List.of(
                new Told(id, 0, at("01T08:00"), new ProjectStarted(project, key, key, "", visibility)),
                new Told(id, 1, at("01T08:00"), new WorkflowDefined(project, statuses, Map.of())));
    }

    static List<Told> item(UUID project, int number, String openedAt, UUID assignee, String... moves) {
        return item(Kind.TASK, project, number, openedAt, assignee, moves);
    }

    static List<Told> item(Kind kind, UUID project, int number, String openedAt, UUID assignee, String... moves) {
        var id = new UUID(project.getLeastSignificantBits(), number);
        var item = new ItemId(id);
        var told = new ArrayList<Told>();
        told.add(new Told(id, 0, at(openedAt), opening(kind, item, project, number)));
        told.add(new Told(id, 1, at(openedAt), new ItemAssigned(item, null, new MemberId(assignee))));
        for (var move : moves) {
            var parts = move.split(" ");
            ItemEvent moved = new ItemMoved(item, null, parts[1]);
            told.add(new Told(id, told.size(), at(parts[0]), moved));
        }
        return told;
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
