package ilgam.member.team;

import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeadAppointed;
import ilgam.member.language.TeamEvent.LeadRelieved;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamEvent.TeamRenamed;
import ilgam.member.language.TeamId;
import ilgam.member.team.TeamCommand.AddToTeam;
import ilgam.member.team.TeamCommand.AppointLead;
import ilgam.member.team.TeamCommand.DisbandTeam;
import ilgam.member.team.TeamCommand.FormTeam;
import ilgam.member.team.TeamCommand.ReleaseMember;
import ilgam.member.team.TeamCommand.RelieveLead;
import ilgam.member.team.TeamCommand.RemoveFromTeam;
import ilgam.member.team.TeamCommand.RenameTeam;
import ilgam.member.team.TeamCommand.ReplaceMember;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;

import static ilgam.member.team.TeamRefused.Reason.LAST_LEAD;
import static ilgam.member.team.TeamRefused.Reason.NOT_IN_TEAM;
import static ilgam.member.team.TeamRefused.Reason.STALE;
import static ilgam.member.team.TeamRefused.Reason.TEAM_DISBANDED;

class TeamTest {

    private static final TeamId TEAM = new TeamId(UUID.fromString("0199aaaa-0000-7000-8000-0000000000aa"));
    private static final MemberId ADA = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000001"));
    private static final MemberId LIN = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000002"));
    private static final MemberId KIM = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000003"));

    private final FixtureConfiguration<Team> company = new AggregateTestFixture<>(Team.class);

    @Test
    void a_team_is_formed_with_its_first_lead() {
        company.givenNoPriorActivity()
                .when(new FormTeam(TEAM, name("Web"), ADA))
                .expectEvents(formed());
    }

    @Test
    void forming_it_again_changes_nothing() {
        company.given(formed())
                .when(new FormTeam(TEAM, name("Other"), LIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_team_is_renamed() {
        company.given(formed()).when(rename("Shop", null)).expectEvents(new TeamRenamed(TEAM, "Shop"));
    }

    @Test
    void giving_it_the_name_it_has_changes_nothing() {
        company.given(formed())
                .when(rename("Web", null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void renaming_it_when_others_joined_meanwhile_is_fine() {
        company.given(formed(), joined(LIN)).when(rename("Shop", 0L)).expectEvents(new TeamRenamed(TEAM, "Shop"));
    }

    @Test
    void whoever_has_not_seen_the_latest_name_does_not_overwrite_it() {
        company.given(formed(), new TeamRenamed(TEAM, "Shop"))
                .when(rename("Store", 0L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void somebody_joins() {
        company.given(formed()).when(new AddToTeam(TEAM, LIN)).expectEvents(joined(LIN));
    }

    @Test
    void joining_twice_changes_nothing() {
        company.given(formed(), joined(LIN))
                .when(new AddToTeam(TEAM, LIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void somebody_of_the_team_becomes_a_lead_too() {
        company.given(formed(), joined(LIN))
                .when(new AppointLead(TEAM, LIN, null))
                .expectEvents(appointed(LIN));
    }

    @Test
    void appointing_a_lead_again_changes_nothing() {
        company.given(formed())
                .when(new AppointLead(TEAM, ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_somebody_of_the_team_can_lead_it() {
        company.given(formed())
                .when(new AppointLead(TEAM, LIN, null))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(NOT_IN_TEAM);
    }

    @Test
    void one_of_two_leads_is_relieved() {
        company.given(formed(), joined(LIN), appointed(LIN))
                .when(new RelieveLead(TEAM, ADA, null))
                .expectEvents(new LeadRelieved(TEAM, ADA));
    }

    @Test
    void relieving_somebody_who_does_not_lead_changes_nothing() {
        company.given(formed(), joined(LIN))
                .when(new RelieveLead(TEAM, LIN, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_last_lead_is_not_relieved() {
        company.given(formed(), joined(LIN))
                .when(new RelieveLead(TEAM, ADA, null))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(LAST_LEAD);
    }

    @Test
    void somebody_leaves() {
        company.given(formed(), joined(LIN))
                .when(new RemoveFromTeam(TEAM, LIN, null))
                .expectEvents(left(LIN));
    }

    @Test
    void a_lead_leaves_while_another_one_stays() {
        company.given(formed(), joined(LIN), appointed(LIN))
                .when(new RemoveFromTeam(TEAM, ADA, null))
                .expectEvents(left(ADA));
    }

    @Test
    void whoever_left_does_not_lead_when_coming_back() {
        company.given(formed(), joined(LIN), appointed(LIN), left(ADA), joined(ADA))
                .when(new RemoveFromTeam(TEAM, LIN, null))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(LAST_LEAD);
    }

    @Test
    void removing_somebody_who_is_not_there_changes_nothing() {
        company.given(formed())
                .when(new RemoveFromTeam(TEAM, LIN, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_last_lead_does_not_leave() {
        company.given(formed(), joined(LIN))
                .when(new RemoveFromTeam(TEAM, ADA, null))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(LAST_LEAD);
    }

    @Test
    void whoever_is_erased_leaves() {
        company.given(formed(), joined(LIN)).when(new ReleaseMember(TEAM, LIN)).expectEvents(left(LIN));
    }

    @Test
    void when_the_last_lead_is_erased_the_longest_there_leads() {
        company.given(formed(), joined(LIN), joined(KIM))
                .when(new ReleaseMember(TEAM, ADA))
                .expectEvents(appointed(LIN), left(ADA));
    }

    @Test
    void when_one_of_two_leads_is_erased_the_other_leads_on() {
        company.given(formed(), joined(LIN), joined(KIM), appointed(KIM))
                .when(new ReleaseMember(TEAM, ADA))
                .expectEvents(left(ADA));
    }

    @Test
    void when_everybody_is_erased_there_is_no_team() {
        company.given(formed()).when(new ReleaseMember(TEAM, ADA)).expectEvents(new TeamDisbanded(TEAM));
    }

    @Test
    void erasing_somebody_of_no_team_changes_nothing() {
        company.given(formed())
                .when(new ReleaseMember(TEAM, LIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whom_a_person_turned_out_to_be_takes_their_place() {
        company.given(formed())
                .when(new ReplaceMember(TEAM, ADA, LIN))
                .expectEvents(joined(LIN), appointed(LIN), left(ADA));
    }

    @Test
    void a_place_that_is_held_already_is_not_taken_twice() {
        company.given(formed(), joined(LIN), joined(KIM))
                .when(new ReplaceMember(TEAM, KIM, LIN))
                .expectEvents(left(KIM));
    }

    @Test
    void replacing_somebody_who_is_not_there_changes_nothing() {
        company.given(formed())
                .when(new ReplaceMember(TEAM, KIM, LIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_team_is_disbanded() {
        company.given(formed()).when(new DisbandTeam(TEAM, null)).expectEvents(new TeamDisbanded(TEAM));
    }

    @Test
    void disbanding_it_again_changes_nothing() {
        company.given(formed(), new TeamDisbanded(TEAM))
                .when(new DisbandTeam(TEAM, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    static Stream<TeamCommand> whatAsksForATeam() {
        return Stream.of(
                rename("Another", null),
                new AddToTeam(TEAM, LIN),
                new RemoveFromTeam(TEAM, ADA, null),
                new AppointLead(TEAM, ADA, null),
                new RelieveLead(TEAM, ADA, null));
    }

    @ParameterizedTest
    @MethodSource("whatAsksForATeam")
    void nothing_changes_in_a_disbanded_team(TeamCommand command) {
        company.given(formed(), new TeamDisbanded(TEAM))
                .when(command)
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(TEAM_DISBANDED);
    }

    @Test
    void whoever_did_not_see_that_somebody_left_does_not_let_them_in_again() {
        company.given(formed(), joined(LIN), left(LIN))
                .when(new AddToTeam(TEAM, LIN, 1L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void whoever_did_not_see_that_somebody_leads_does_not_remove_them() {
        company.given(formed(), joined(LIN), appointed(LIN))
                .when(new RemoveFromTeam(TEAM, LIN, 1L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void whoever_did_not_see_that_somebody_is_a_member_like_others_again_does_not_appoint_them() {
        company.given(formed(), joined(LIN), appointed(LIN), new LeadRelieved(TEAM, LIN))
                .when(new AppointLead(TEAM, LIN, 2L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void whoever_did_not_see_that_somebody_leads_does_not_relieve_them() {
        company.given(formed(), joined(LIN), appointed(LIN))
                .when(new RelieveLead(TEAM, LIN, 1L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void what_happened_to_others_meanwhile_is_nothing_that_a_change_of_place_touches() {
        company.given(formed(), joined(LIN), joined(KIM), appointed(KIM), new TeamRenamed(TEAM, "Shop"))
                .when(new RemoveFromTeam(TEAM, LIN, 1L))
                .expectEvents(left(LIN));
    }

    @Test
    void whoever_did_not_see_the_latest_of_a_team_does_not_disband_it() {
        company.given(formed(), joined(LIN))
                .when(new DisbandTeam(TEAM, 0L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void whoever_saw_the_latest_of_a_team_disbands_it() {
        company.given(formed(), joined(LIN)).when(new DisbandTeam(TEAM, 1L)).expectEvents(new TeamDisbanded(TEAM));
    }

    @Test
    void a_team_is_the_same_from_a_snapshot_wherever_it_was_taken() {
        var past = Stream.of(
                        formed(),
                        joined(LIN),
                        joined(KIM),
                        new TeamRenamed(TEAM, "Shop"),
                        appointed(KIM),
                        appointed(LIN),
                        new LeadRelieved(TEAM, ADA),
                        left(KIM),
                        new TeamDisbanded(TEAM))
                .map(event -> new Past(event, MetaData.emptyInstance()));
        AnySnapshot.isAsGoodAsEvents(Team.class, Team::new, past.toList());
    }

    private static TeamFormed formed() {
        return new TeamFormed(TEAM, "Web", ADA);
    }

    private static RenameTeam rename(String name, @Nullable Long seen) {
        return new RenameTeam(TEAM, name(name), seen);
    }

    private static JoinedTeam joined(MemberId member) {
        return new JoinedTeam(TEAM, member);
    }

    private static LeftTeam left(MemberId member) {
        return new LeftTeam(TEAM, member);
    }

    private static LeadAppointed appointed(MemberId member) {
        return new LeadAppointed(TEAM, member);
    }

    private static TeamName name(String text) {
        return TeamName.typed(text);
    }
}
