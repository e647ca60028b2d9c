package ilgam.member.time.company;

import java.util.UUID;

import org.axonframework.serialization.Revision;

import ilgam.starter.snapshots.Snapshot;

/** The state of the company for a snapshot. */
@Revision("1")
record CompanySnapshot(UUID company, String timeZone, long zoneSetIn) implements Snapshot {}
