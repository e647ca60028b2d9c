package ilgam.work.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberId;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;
import ilgam.work.language.Category;
import ilgam.work.language.ProjectEvent;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectArchived;
import ilgam.work.language.ProjectEvent.ProjectDescribed;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRenamed;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.ProjectUnarchived;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

class ProjectSnapshotTest {

    private static final ProjectId WEB = new ProjectId(UUID.nameUUIDFromBytes(new byte[] {1}));
    private static final MemberId ADA = new MemberId(UUID.nameUUIDFromBytes(new byte[] {2}));
    private static final MemberId LIN = new MemberId(UUID.nameUUIDFromBytes(new byte[] {3}));

    @Test
    void a_project_is_the_same_from_a_snapshot_wherever_it_was_taken() {
        AnySnapshot.isAsGoodAsEvents(Project.class, Project::new, past().toList());
    }

    private static Stream<Past> past() {
        var actor = MetaData.with("actor", ADA.toString());
        return Stream.<ProjectEvent>of(
                        new ProjectStarted(WEB, "WEB", "Web", "", Visibility.OPEN),
                        defined("to-do"),
                        new ProjectRenamed(WEB, "Web shop"),
                        new ProjectDescribed(WEB, "To sell."),
                        new ProjectRestricted(WEB),
                        new MemberAdmitted(WEB, ADA),
                        new MemberAdmitted(WEB, LIN),
                        new MemberDismissed(WEB, LIN),
                        defined("other"),
                        new ProjectArchived(WEB),
                        new ProjectUnarchived(WEB),
                        new ProjectOpened(WEB))
                .map(event -> new Past(event, actor));
    }

    private static WorkflowDefined defined(String id) {
        return new WorkflowDefined(WEB, List.of(new Status(id, "One", Category.TODO)), Map.of());
    }
}
