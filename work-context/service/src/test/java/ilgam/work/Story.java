package ilgam.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Severity;

/** An opening in the making: whatever a test doesn't mention is as plain as can be. */
public final class Story {

    private final ItemId item = new ItemId(UUID.randomUUID());
    private final ProjectId project;
    private final long number;
    private Kind kind = Kind.TASK;
    private String title = "Work";
    private String description = "";
    private @Nullable String status = "to-do";
    private @Nullable String sourceKey;
    private @Nullable MemberId reporter;
    private @Nullable MemberId assignee;
    private Priority priority = Priority.NONE;
    private @Nullable Severity severity;
    private @Nullable LocalDate due;
    private @Nullable BigDecimal estimate;
    private @Nullable BigDecimal points;
    private final List<String> labels = new ArrayList<>();
    private @Nullable ItemId parent;
    private @Nullable String sourceParent;
    private @Nullable ItemId task;

    private Story(ProjectId project, long number) {
        this.project = project;
        this.number = number;
    }

    public static Story of(ProjectId project, long number) {
        return new Story(project, number);
    }

    public Story issue() {
        kind = Kind.ISSUE;
        severity = Severity.MAJOR;
        return this;
    }

    public Story titled(String text) {
        title = text;
        return this;
    }

    public Story described(String text) {
        description = text;
        return this;
    }

    public Story in(@Nullable String statusId) {
        status = statusId;
        return this;
    }

    public Story called(String source) {
        sourceKey = source;
        return this;
    }

    public Story from(UUID member) {
        reporter = new MemberId(member);
        return this;
    }

    public Story heldBy(UUID member) {
        assignee = new MemberId(member);
        return this;
    }

    public Story prioritised(Priority as) {
        priority = as;
        return this;
    }

    public Story due(String date) {
        due = LocalDate.parse(date);
        return this;
    }

    public Story estimated(String hours) {
        estimate = new BigDecimal(hours);
        return this;
    }

    public Story sized(String points) {
        this.points = new BigDecimal(points);
        return this;
    }

    public Story labelled(String... names) {
        labels.addAll(List.of(names));
        return this;
    }

    public Story partOf(ItemId whole) {
        parent = whole;
        return this;
    }

    public Story partOf(String outside) {
        sourceParent = outside;
        return this;
    }

    public Story about(ItemId what) {
        task = what;
        return this;
    }

    public ItemId item() {
        return item;
    }

    /** It happens now. */
    public ItemId opens(Feed feed, Instant at, @Nullable UUID actor) {
        feed.happens(
                at,
                actor,
                new ItemOpened(
                        item,
                        project,
                        number,
                        sourceKey,
                        kind,
                        title,
                        description,
                        status,
                        reporter,
                        assignee,
                        priority,
                        severity,
                        null,
                        null,
                        due,
                        estimate,
                        List.copyOf(labels),
                        parent,
                        sourceParent,
                        task,
                        points));
        return item;
    }
}
