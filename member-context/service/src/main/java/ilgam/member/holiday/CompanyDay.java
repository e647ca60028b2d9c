package ilgam.member.holiday;

import java.time.LocalDate;

/** The day that it is for a company: days before it are over for everybody. */
public interface CompanyDay {

    LocalDate today();
}
