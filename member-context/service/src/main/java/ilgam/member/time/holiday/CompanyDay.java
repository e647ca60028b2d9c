package ilgam.member.time.holiday;

import java.time.LocalDate;

/** Today for the company: every earlier day is over for all members. */
public interface CompanyDay {

    LocalDate today();
}
