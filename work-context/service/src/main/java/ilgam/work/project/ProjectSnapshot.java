package ilgam.work.project;

import java.util.List;
import java.util.Map;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.starter.snapshots.Snapshot;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

/** The state of a project for a snapshot. */
@Revision("1")
record ProjectSnapshot(
        ProjectId project,
        String name,
        String description,
        Visibility visibility,
        @Nullable MemberId starter,
        Workflow workflow,
        boolean archived,
        List<MemberId> members,
        Map<ProjectField, Long> changedAt)
        implements Snapshot {}
