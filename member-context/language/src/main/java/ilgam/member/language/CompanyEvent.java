package ilgam.member.language;

import java.util.UUID;

/** Everything that happens to the company. An installation has exactly one. */
public sealed interface CompanyEvent {

    UUID company();

    /**
     * The company's time zone from now on. The first one also applies to all time before it.
     *
     * @param timeZone an IANA name
     */
    record CompanyZoneSet(UUID company, String timeZone) implements CompanyEvent {}
}
