package ilgam.member.language;

import java.util.UUID;

/** Everything that happens to the company, of which there is one. */
public sealed interface CompanyEvent {

    UUID company();

    /**
     * Where the company's days start from now on; the first one also holds for all time before.
     *
     * @param timeZone an IANA name
     */
    record CompanyZoneSet(UUID company, String timeZone) implements CompanyEvent {}
}
