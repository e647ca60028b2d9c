package ilgam.member.web;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.member.identity.account.AccountRefused;
import ilgam.member.identity.admission.AdmissionRefused;
import ilgam.member.identity.token.TokenRefused;
import ilgam.member.people.membership.MemberRefused;
import ilgam.member.people.team.TeamRefused;
import ilgam.member.text.FieldReason;
import ilgam.member.text.InvalidReason;
import ilgam.member.time.calendar.CalendarRefused;
import ilgam.member.time.company.CompanyRefused;
import ilgam.member.time.holiday.HolidayRefused;
import ilgam.starter.openapi.ApiTags;
import ilgam.starter.openapi.DescribedTypes;
import ilgam.starter.refusal.Refusals;

/** Adds to the API's description what the Java code does not show. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    ApiTags tags() {
        return ApiTags.none()
                .and("Members", "Signing up, the directory, one's own profile, and what admins do with members.")
                .and("Sessions", "Logging in and out, who am I, and where else.")
                .and("Accounts", "Confirmed e-mail addresses and lost passwords.")
                .and("Access tokens", "What programs send in the place of a session.")
                .and("Invitations", "Links by which people sign up.")
                .and("Security events", "What happened to accounts.")
                .and("Teams", "Teams, who belongs to them, and who leads them.")
                .and("Work calendar", "One's own work cycles and leave, and the days that they make.")
                .and("Holidays", "The company's holidays and the calendars that they come from.")
                .and("Company", "What holds for the whole company.")
                .and("Settings", "Who may sign up, and how mails leave.");
    }

    @Bean
    DescribedTypes describedTypes() {
        return DescribedTypes.none()
                .and(
                        "CyclePeriod",
                        "A stretch of days that a member plans by, both ends included.",
                        Map.of("from", "Its first day, ISO 8601.", "to", "Its last day, ISO 8601."));
    }

    @Bean
    Refusals refusals() {
        return Refusals.of(
                        AccountRefused.Reason.values(),
                        AdmissionRefused.Reason.values(),
                        ApiReason.values(),
                        CalendarRefused.Reason.values(),
                        CompanyRefused.Reason.values(),
                        HolidayRefused.Reason.values(),
                        InvalidReason.values(),
                        MemberRefused.Reason.values(),
                        TeamRefused.Reason.values(),
                        TokenRefused.Reason.values())
                .andOfFields(FieldReason.values(), InvalidReason.ofFields());
    }
}
