package ilgam.member.membership;

import java.util.UUID;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.membership.MemberCommand.AnnouncePerson;
import ilgam.member.membership.MemberCommand.ChangeRole;
import ilgam.member.membership.MemberCommand.RegisterMember;

import static ilgam.member.membership.MemberRefused.Reason.LAST_ADMIN;
import static ilgam.member.membership.MemberRefused.Reason.NO_ACCOUNT;

class MemberTest {

    private static final MemberId ADA = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000001"));

    private final FixtureConfiguration<Member> company = new AggregateTestFixture<>(Member.class);
    private boolean anotherAdmin = true;

    @BeforeEach
    void somebodyElseMayBeAdmin() {
        company.registerInjectableResource((Admins) member -> anotherAdmin);
    }

    @Test
    void whoever_signs_up_becomes_a_member() {
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
                .when(new ChangeRole(ADA, Role.MANAGER))
                .expectEvents(new RoleChanged(ADA, Role.MEMBER, Role.MANAGER));
    }

    @Test
    void giving_the_role_a_member_has_changes_nothing() {
        company.given(registered(Role.MEMBER), new RoleChanged(ADA, Role.MEMBER, Role.MANAGER))
                .when(new ChangeRole(ADA, Role.MANAGER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_admin_can_be_demoted_while_another_one_stays() {
        company.given(registered(Role.ADMIN))
                .when(new ChangeRole(ADA, Role.MEMBER))
                .expectEvents(new RoleChanged(ADA, Role.ADMIN, Role.MEMBER));
    }

    @Test
    void the_last_admin_stays_admin() {
        anotherAdmin = false;
        company.given(registered(Role.ADMIN))
                .when(new ChangeRole(ADA, Role.MANAGER))
                .expectNoEvents()
                .expectException(MemberRefused.class)
                .expectExceptionDetails(LAST_ADMIN);
    }

    @Test
    void the_last_admin_asked_to_stay_admin_is_no_refusal() {
        anotherAdmin = false;
        company.given(registered(Role.ADMIN))
                .when(new ChangeRole(ADA, Role.ADMIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_person_without_an_account_has_no_role_to_change() {
        company.given(new PersonAnnounced(ADA))
                .when(new ChangeRole(ADA, Role.MANAGER))
                .expectNoEvents()
                .expectException(MemberRefused.class)
                .expectExceptionDetails(NO_ACCOUNT);
    }

    private static MemberRegistered registered(Role role) {
        return new MemberRegistered(ADA, role);
    }
}
