package ilgam.work.item;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Severity;

/**
 * What an item is from its start.
 *
 * @param sourceKey what an import's source called the item, where that is not its key
 * @param status the id of a status; null only for an imported item that had none yet
 * @param sourceParent what the source called a parent that is not here
 */
public record Opening(
        ProjectId project,
        @Nullable String sourceKey,
        Kind kind,
        Title title,
        Description description,
        @Nullable String status,
        @Nullable MemberId reporter,
        @Nullable MemberId assignee,
        Priority priority,
        @Nullable Severity severity,
        @Nullable Resolution resolution,
        @Nullable Day startOn,
        @Nullable Day dueOn,
        @Nullable Hours estimate,
        Set<LabelName> labels,
        @Nullable ItemId parent,
        @Nullable String sourceParent,
        @Nullable ItemId task) {

    ItemOpened of(ItemId item, long number) {
        return new ItemOpened(
                item,
                project,
                number,
                sourceKey,
                kind,
                title.text(),
                description.text(),
                status,
                reporter,
                assignee,
                priority,
                severity,
                resolution == null ? null : resolution.text(),
                startOn == null ? null : startOn.date(),
                dueOn == null ? null : dueOn.date(),
                estimate == null ? null : estimate.amount(),
                labels.stream().map(LabelName::text).sorted().toList(),
                parent,
                sourceParent,
                task);
    }
}
