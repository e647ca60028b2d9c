package ilgam.member.people.persons;

import java.util.UUID;

/** The name by which imports identify a person. */
record PersonName(String sourceName, UUID memberId, boolean announced) {}
