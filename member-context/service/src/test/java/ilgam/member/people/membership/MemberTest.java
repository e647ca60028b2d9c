package ilgam.member.people.membership;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ilgam.member.language.MemberEvent;
import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberReactivated;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.membership.MemberCommand.AnnouncePerson;
import ilgam.member.people.membership.MemberCommand.ChangeRole;
import ilgam.member.people.membership.MemberCommand.ClaimAccount;
import ilgam.member.people.membership.MemberCommand.DeactivateMember;
import ilgam.member.people.membership.MemberCommand.EraseMember;
import ilgam.member.people.membership.MemberCommand.MergePerson;
import ilgam.member.people.membership.MemberCommand.ReactivateMember;
import ilgam.member.people.membership.MemberCommand.RegisterMember;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;

import static ilgam.member.people.membership.MemberRefused.Reason.DEACTIVATED;
import static ilgam.member.people.membership.MemberRefused.Reason.ERASED;
import static ilgam.member.people.membership.MemberRefused.Reason.HAS_ACCOUNT;
import static ilgam.member.people.membership.MemberRefused.Reason.LAST_ADMIN;
import static ilgam.member.people.membership.MemberRefused.Reason.MERGED;
import static ilgam.member.people.membership.MemberRefused.Reason.NOT_A_MEMBER;
import static ilgam.member.people.membership.MemberRefused.Reason.NO_ACCOUNT;
import static ilgam.member.people.membership.MemberRefused.Reason.STALE;

class MemberTest {

    private static final MemberId ADA = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000001"));
    private static final MemberId SAM = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000003"));
    private static final MemberId LIN = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000002"));

    private final FixtureConfiguration<Member> company = new AggregateTestFixture<>(Member.class);
    private boolean anotherAdmin = true;
    private boolean linIsThere = true;

    @BeforeEach
    void somebodyElseMayBeAdmin() {
        company.registerInjectableResource((Admins) member -> anotherAdmin);
        company.registerInjectableResource((Mergers) (person, into) -> linIsThere);
    }

    @Test
    void a_sign_up_registers_a_member() {
        company.givenNoPriorActivity()
                .when(new RegisterMember(ADA, Role.MEMBER))
                .expectEvents(new MemberRegistered(ADA, Role.MEMBER));
    }

    @Test
    void registering_again_changes_nothing() {
        company.given(registered(Role.ADMIN))
                .when(new RegisterMember(ADA, Role.MEMBER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_import_announces_a_person_it_names() {
        company.givenNoPriorActivity().when(new AnnouncePerson(ADA)).expectEvents(new PersonAnnounced(ADA));
    }

    @Test
    void announcing_a_known_person_again_changes_nothing() {
        company.given(new PersonAnnounced(ADA))
                .when(new AnnouncePerson(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void announcing_a_member_changes_nothing() {
        company.given(registered(Role.MEMBER))
                .when(new AnnouncePerson(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_member_is_given_another_role() {
        company.given(registered(Role.MEMBER))
                .when(new ChangeRole(ADA, Role.MANAGER, null))
                .expectEvents(new RoleChanged(ADA, Role.MEMBER, Role.MANAGER));
    }

    @Test
    void giving_the_role_a_member_has_changes_nothing() {
        company.given(registered(Role.MEMBER), new RoleChanged(ADA, Role.MEMBER, Role.MANAGER))
                .when(new ChangeRole(ADA, Role.MANAGER, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_admin_can_be_demoted_while_another_one_stays() {
        company.given(registered(Role.ADMIN))
                .when(new ChangeRole(ADA, Role.MEMBER, null))
                .expectEvents(new RoleChanged(ADA, Role.ADMIN, Role.MEMBER));
    }

    @Test
    void the_last_admin_stays_admin() {
        anotherAdmin = false;
        company.given(registered(Role.ADMIN))
                .when(new ChangeRole(ADA, Role.MANAGER, null))
                .expectNoEvents()
                .expectException(MemberRefused.class)
                .expectExceptionDetails(LAST_ADMIN);
    }

    @Test
    void giving_the_last_admin_the_role_admin_is_accepted() {
        anotherAdmin = false;
        company.given(registered(Role.ADMIN))
                .when(new ChangeRole(ADA, Role.ADMIN, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_person_without_an_account_has_no_role_to_change() {
        company.given(new PersonAnnounced(ADA))
                .when(new ChangeRole(ADA, Role.MANAGER, null))
                .expectNoEvents()
                .expectException(MemberRefused.class)
                .expectExceptionDetails(NO_ACCOUNT);
    }

    @Test
    void a_known_person_claims_an_account() {
        company.given(new PersonAnnounced(ADA))
                .when(new ClaimAccount(ADA, Role.MANAGER))
                .expectEvents(new AccountClaimed(ADA, Role.MANAGER));
    }

    @Test
    void claiming_an_account_again_changes_nothing() {
        company.given(new PersonAnnounced(ADA), new AccountClaimed(ADA, Role.MEMBER))
                .when(new ClaimAccount(ADA, Role.ADMIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_account_of_a_member_who_signed_up_cannot_be_claimed() {
        refused(HAS_ACCOUNT, company.given(registered(Role.MEMBER)).when(new ClaimAccount(ADA, Role.MEMBER)));
    }

    @Test
    void a_deactivated_person_cannot_be_claimed() {
        refused(
                DEACTIVATED,
                company.given(new PersonAnnounced(ADA), new MemberDeactivated(ADA))
                        .when(new ClaimAccount(ADA, Role.MEMBER)));
    }

    @Test
    void a_claimed_account_has_a_role_to_change() {
        company.given(new PersonAnnounced(ADA), new AccountClaimed(ADA, Role.MANAGER))
                .when(new ChangeRole(ADA, Role.MEMBER, null))
                .expectEvents(new RoleChanged(ADA, Role.MANAGER, Role.MEMBER));
    }

    @Test
    void a_known_person_is_merged_into_another_member() {
        company.given(new PersonAnnounced(ADA))
                .when(new MergePerson(ADA, LIN))
                .expectEvents(new PersonMerged(ADA, LIN));
    }

    @Test
    void merging_into_the_same_member_again_changes_nothing() {
        company.given(new PersonAnnounced(ADA), new PersonMerged(ADA, LIN))
                .when(new MergePerson(ADA, LIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_merged_person_is_merged_once() {
        refused(
                MERGED,
                company.given(new PersonAnnounced(ADA), new PersonMerged(ADA, LIN))
                        .when(new MergePerson(ADA, SAM)));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void a_member_with_an_account_cannot_be_merged(List<MemberEvent> story) {
        refused(HAS_ACCOUNT, company.given(story).when(new MergePerson(ADA, LIN)));
    }

    static Stream<List<MemberEvent>> accounts() {
        return Stream.of(
                List.of(registered(Role.MEMBER)),
                List.of(new PersonAnnounced(ADA), new AccountClaimed(ADA, Role.MEMBER)));
    }

    @Test
    void a_person_cannot_be_merged_into_an_unknown_member() {
        linIsThere = false;
        refused(NOT_A_MEMBER, company.given(new PersonAnnounced(ADA)).when(new MergePerson(ADA, LIN)));
    }

    @Test
    void a_person_cannot_be_merged_into_themselves() {
        refused(NOT_A_MEMBER, company.given(new PersonAnnounced(ADA)).when(new MergePerson(ADA, ADA)));
    }

    @Test
    void a_member_is_deactivated() {
        company.given(registered(Role.MEMBER))
                .when(new DeactivateMember(ADA, null))
                .expectEvents(new MemberDeactivated(ADA));
    }

    @Test
    void a_known_person_is_deactivated() {
        company.given(new PersonAnnounced(ADA))
                .when(new DeactivateMember(ADA, null))
                .expectEvents(new MemberDeactivated(ADA));
    }

    @Test
    void deactivating_again_changes_nothing() {
        company.given(registered(Role.MEMBER), new MemberDeactivated(ADA))
                .when(new DeactivateMember(ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_member_is_reactivated() {
        company.given(registered(Role.MEMBER), new MemberDeactivated(ADA))
                .when(new ReactivateMember(ADA, null))
                .expectEvents(new MemberReactivated(ADA));
    }

    @Test
    void reactivating_an_active_member_changes_nothing() {
        company.given(registered(Role.MEMBER))
                .when(new ReactivateMember(ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_member_is_erased() {
        company.given(registered(Role.MEMBER)).when(new EraseMember(ADA, null)).expectEvents(new MemberErased(ADA));
    }

    @Test
    void a_known_person_is_erased() {
        company.given(new PersonAnnounced(ADA)).when(new EraseMember(ADA, null)).expectEvents(new MemberErased(ADA));
    }

    @Test
    void erasing_again_changes_nothing() {
        company.given(registered(Role.MEMBER), new MemberErased(ADA))
                .when(new EraseMember(ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("waysToGo")
    void the_last_admin_stays(MemberCommand command) {
        anotherAdmin = false;
        refused(LAST_ADMIN, company.given(registered(Role.ADMIN)).when(command));
    }

    @ParameterizedTest
    @MethodSource("waysToGo")
    void an_admin_may_go_while_another_one_stays(MemberCommand command) {
        company.given(registered(Role.ADMIN)).when(command).expectSuccessfulHandlerExecution();
    }

    static Stream<MemberCommand> waysToGo() {
        return Stream.of(
                new DeactivateMember(ADA, null), new EraseMember(ADA, null), new ChangeRole(ADA, Role.MEMBER, null));
    }

    @Test
    void the_last_admin_who_claimed_an_account_stays() {
        anotherAdmin = false;
        refused(
                LAST_ADMIN,
                company.given(new PersonAnnounced(ADA), new AccountClaimed(ADA, Role.ADMIN))
                        .when(new DeactivateMember(ADA, null)));
    }

    @Test
    void an_admin_who_was_deactivated_is_not_the_last() {
        anotherAdmin = false;
        company.given(registered(Role.ADMIN), new MemberDeactivated(ADA))
                .when(new EraseMember(ADA, null))
                .expectEvents(new MemberErased(ADA));
    }

    @Test
    void a_reactivated_admin_may_be_the_last() {
        anotherAdmin = false;
        refused(
                LAST_ADMIN,
                company.given(registered(Role.ADMIN), new MemberDeactivated(ADA), new MemberReactivated(ADA))
                        .when(new EraseMember(ADA, null)));
    }

    @ParameterizedTest
    @MethodSource("everythingButErasing")
    void commands_for_an_erased_member_are_refused(MemberCommand command) {
        refused(
                ERASED,
                company.given(registered(Role.MEMBER), new MemberErased(ADA)).when(command));
    }

    static Stream<MemberCommand> everythingButErasing() {
        return Stream.of(
                new ClaimAccount(ADA, Role.MEMBER),
                new MergePerson(ADA, LIN),
                new ChangeRole(ADA, Role.MANAGER, null),
                new DeactivateMember(ADA, null),
                new ReactivateMember(ADA, null));
    }

    @ParameterizedTest
    @MethodSource("everythingButMerging")
    void commands_for_a_merged_person_are_refused(MemberCommand command) {
        refused(
                MERGED,
                company.given(new PersonAnnounced(ADA), new PersonMerged(ADA, LIN))
                        .when(command));
    }

    static Stream<MemberCommand> everythingButMerging() {
        return Stream.of(
                new ClaimAccount(ADA, Role.MEMBER),
                new ChangeRole(ADA, Role.MANAGER, null),
                new DeactivateMember(ADA, null),
                new ReactivateMember(ADA, null),
                new EraseMember(ADA, null));
    }

    @ParameterizedTest
    @MethodSource("whatOnlyHoldsAsSeen")
    void a_stale_command_is_refused(MemberCommand command) {
        refused(
                STALE,
                company.given(
                                registered(Role.MEMBER),
                                new RoleChanged(ADA, Role.MEMBER, Role.MANAGER),
                                new MemberDeactivated(ADA),
                                new MemberReactivated(ADA))
                        .when(command));
    }

    static Stream<MemberCommand> whatOnlyHoldsAsSeen() {
        return Stream.of(
                new ChangeRole(ADA, Role.ADMIN, 0L),
                new DeactivateMember(ADA, 2L),
                new ReactivateMember(ADA, 2L),
                new EraseMember(ADA, 2L));
    }

    @ParameterizedTest
    @MethodSource("whatWasSeen")
    void an_unrelated_change_does_not_conflict_with_a_command(MemberCommand command) {
        company.given(
                        registered(Role.MEMBER),
                        new MemberDeactivated(ADA),
                        new RoleChanged(ADA, Role.MEMBER, Role.MANAGER),
                        new MemberReactivated(ADA))
                .when(command)
                .expectSuccessfulHandlerExecution();
    }

    static Stream<MemberCommand> whatWasSeen() {
        return Stream.of(
                new ChangeRole(ADA, Role.ADMIN, 2L),
                new DeactivateMember(ADA, 3L),
                new ReactivateMember(ADA, 3L),
                new EraseMember(ADA, 3L));
    }

    @Test
    void a_member_is_the_same_from_a_snapshot_at_any_version() {
        var past = Stream.of(
                        new PersonAnnounced(ADA),
                        new AccountClaimed(ADA, Role.MEMBER),
                        new RoleChanged(ADA, Role.MEMBER, Role.ADMIN),
                        new MemberDeactivated(ADA),
                        new MemberReactivated(ADA),
                        new MemberErased(ADA))
                .map(event -> new Past(event, MetaData.emptyInstance()));
        AnySnapshot.isAsGoodAsEvents(Member.class, Member::new, past.toList());
    }

    @Test
    void a_merged_person_is_the_same_from_a_snapshot() {
        var past = Stream.of(new PersonAnnounced(ADA), new PersonMerged(ADA, LIN))
                .map(event -> new Past(event, MetaData.emptyInstance()));
        AnySnapshot.isAsGoodAsEvents(Member.class, Member::new, past.toList());
    }

    private static void refused(MemberRefused.Reason reason, ResultValidator<Member> answer) {
        answer.expectNoEvents().expectException(MemberRefused.class).expectExceptionDetails(reason);
    }

    private static MemberRegistered registered(Role role) {
        return new MemberRegistered(ADA, role);
    }
}
