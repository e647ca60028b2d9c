package ilgam.member.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.member.account.AccountRefused;
import ilgam.member.admission.AdmissionRefused;
import ilgam.member.calendar.CalendarRefused;
import ilgam.member.company.CompanyRefused;
import ilgam.member.holiday.HolidayRefused;
import ilgam.member.membership.MemberRefused;
import ilgam.member.team.TeamRefused;
import ilgam.member.text.FieldReason;
import ilgam.member.text.InvalidReason;
import ilgam.member.token.TokenRefused;
import ilgam.starter.refusal.Refusals;

/** Adds to the API's description what the Java code does not show. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

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
