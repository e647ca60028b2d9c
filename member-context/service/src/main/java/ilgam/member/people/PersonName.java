package ilgam.member.people;

import java.util.UUID;

/** The name by which imports know somebody. */
record PersonName(String sourceName, UUID memberId, boolean announced) {}
