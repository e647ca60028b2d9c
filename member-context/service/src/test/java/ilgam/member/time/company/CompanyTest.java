package ilgam.member.time.company;

import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.time.company.CompanyCommand.BeginInZone;
import ilgam.member.time.company.CompanyCommand.SetCompanyZone;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;

class CompanyTest {

    private final FixtureConfiguration<Company> company = new AggregateTestFixture<>(Company.class);

    @Test
    void a_company_begins_in_a_zone() {
        company.givenNoPriorActivity()
                .when(begin("Asia/Seoul"))
                .expectEvents(in("Asia/Seoul"))
                .expectResultMessagePayload(0L);
    }

    @Test
    void a_company_with_a_zone_ignores_another_first_zone() {
        company.given(in("Asia/Seoul"))
                .when(begin("Europe/Berlin"))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @Test
    void the_zone_of_a_company_is_set() {
        company.given(in("Asia/Seoul"))
                .when(set("Europe/Berlin", 0L))
                .expectEvents(in("Europe/Berlin"))
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_company_without_a_zone_is_given_one() {
        company.givenNoPriorActivity().when(set("Asia/Seoul", -1L)).expectEvents(in("Asia/Seoul"));
    }

    @Test
    void setting_the_same_zone_again_changes_nothing() {
        company.given(in("Asia/Seoul"))
                .when(set("Asia/Seoul", null))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @Test
    void a_change_based_on_an_earlier_version_is_refused() {
        company.given(in("Asia/Seoul"), in("Europe/Berlin"))
                .when(set("UTC", 0L))
                .expectNoEvents()
                .expectExceptionDetails(CompanyRefused.Reason.STALE);
    }

    @Test
    void a_change_based_on_an_unknown_version_is_refused() {
        company.given(in("Asia/Seoul"))
                .when(set("UTC", 7L))
                .expectNoEvents()
                .expectExceptionDetails(CompanyRefused.Reason.STALE);
    }

    @Test
    void the_company_is_the_same_from_a_snapshot_at_any_version() {
        var past = Stream.of(in("Asia/Seoul"), in("Europe/Berlin"), in("UTC"))
                .map(event -> new Past(event, MetaData.emptyInstance()));
        AnySnapshot.isAsGoodAsEvents(Company.class, Company::new, past.toList());
    }

    private static BeginInZone begin(String zone) {
        return new BeginInZone(CompanyService.COMPANY, new HomeZone(zone));
    }

    private static SetCompanyZone set(String zone, @Nullable Long seen) {
        return new SetCompanyZone(CompanyService.COMPANY, new HomeZone(zone), seen);
    }

    private static CompanyZoneSet in(String zone) {
        return new CompanyZoneSet(CompanyService.COMPANY, zone);
    }
}
