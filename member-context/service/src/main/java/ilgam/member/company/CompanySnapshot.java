package ilgam.member.company;

import java.util.UUID;

import org.axonframework.serialization.Revision;

import ilgam.starter.snapshots.Snapshot;

/** What the company is, whatever its past. */
@Revision("1")
record CompanySnapshot(UUID company, String timeZone, long zoneSetIn) implements Snapshot {}
