package ilgam.member.people.team;

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
import ilgam.member.people.team.TeamCommand.AddToTeam;
import ilgam.member.people.team.TeamCommand.AppointLead;
import ilgam.member.people.team.TeamCommand.DisbandTeam;
import ilgam.member.people.team.TeamCommand.FormTeam;
import ilgam.member.people.team.TeamCommand.ReleaseMember;
import ilgam.member.people.team.TeamCommand.RelieveLead;
import ilgam.member.people.team.TeamCommand.RemoveFromTeam;
import ilgam.member.people.team.TeamCommand.RenameTeam;
import ilgam.member.people.team.TeamCommand.ReplaceMember;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;

import static ilgam.member.people.team.TeamRefused.Reason.LAST_LEAD;
import static ilgam.member.people.team.TeamRefused.Reason.NOT_IN_TEAM;
import static ilgam.member.people.team.TeamRefused.Reason.STALE;
import static ilgam.member.people.team.TeamRefused.Reason.TEAM_DISBANDED;

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
    void a_stale_renaming_is_refused() {
        company.given(formed(), new TeamRenamed(TEAM, "Shop"))
                .when(rename("Store", 0L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void a_member_joins() {
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
    void a_member_of_the_team_becomes_a_lead_too() {
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
    void only_a_member_of_the_team_can_lead_it() {
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
    void a_member_leaves() {
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
    void a_former_lead_who_returns_does_not_lead() {
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
    void an_erased_member_leaves() {
        company.given(formed(), joined(LIN)).when(new ReleaseMember(TEAM, LIN)).expectEvents(left(LIN));
    }

    @Test
    void when_the_last_lead_is_erased_the_longest_standing_member_leads() {
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
    void when_the_last_member_is_erased_the_team_is_disbanded() {
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
    void the_member_a_person_was_merged_into_takes_their_place() {
        company.given(formed())
                .when(new ReplaceMember(TEAM, ADA, LIN))
                .expectEvents(joined(LIN), appointed(LIN), left(ADA));
    }

    @Test
    void an_existing_member_does_not_join_twice() {
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
    void a_stale_addition_after_a_departure_is_refused() {
        company.given(formed(), joined(LIN), left(LIN))
                .when(new AddToTeam(TEAM, LIN, 1L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void a_stale_removal_of_a_new_lead_is_refused() {
        company.given(formed(), joined(LIN), appointed(LIN))
                .when(new RemoveFromTeam(TEAM, LIN, 1L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void a_stale_appointment_of_a_relieved_lead_is_refused() {
        company.given(formed(), joined(LIN), appointed(LIN), new LeadRelieved(TEAM, LIN))
                .when(new AppointLead(TEAM, LIN, 2L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void a_stale_relief_of_a_new_lead_is_refused() {
        company.given(formed(), joined(LIN), appointed(LIN))
                .when(new RelieveLead(TEAM, LIN, 1L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void changes_of_other_members_do_not_conflict() {
        company.given(formed(), joined(LIN), joined(KIM), appointed(KIM), new TeamRenamed(TEAM, "Shop"))
                .when(new RemoveFromTeam(TEAM, LIN, 1L))
                .expectEvents(left(LIN));
    }

    @Test
    void a_stale_disbanding_is_refused() {
        company.given(formed(), joined(LIN))
                .when(new DisbandTeam(TEAM, 0L))
                .expectNoEvents()
                .expectException(TeamRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void disbanding_with_the_latest_version_succeeds() {
        company.given(formed(), joined(LIN)).when(new DisbandTeam(TEAM, 1L)).expectEvents(new TeamDisbanded(TEAM));
    }

    @Test
    void a_team_is_the_same_from_a_snapshot_at_any_version() {
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
