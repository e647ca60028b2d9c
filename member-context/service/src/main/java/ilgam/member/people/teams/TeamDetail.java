package ilgam.member.people.teams;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.member.language.MemberId;

/** A team with its members, in the order in which they joined. */
@Schema(name = "TeamWithMembers", description = "A team with everybody who belongs to it.")
public record TeamDetail(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "The ids of the members who lead it.")
        List<UUID> leads,

        @Schema(description = "How many belong to it, leads included.")
        long size,

        @Schema(description = "Whether the caller belongs to it.")
        boolean mine,

        @Schema(description = "Counts its changes; the ETag says the same.")
        long version,

        @Schema(description = "Those who belong to it, in the order in which they joined.")
        List<Teammate> members) {

    /** A member of the team. */
    @Schema(name = "Teammate", description = "A member of a team.")
    public record Teammate(
            @Schema(description = "The id of the member.") UUID member,

            @Schema(description = "Whether they lead the team.")
            boolean lead,

            @Schema(description = "When they joined it, ISO 8601.")
            Instant since) {}

    public TeamDetail {
        members = List.copyOf(members);
    }

    /** Whether the member belongs to the team. */
    public boolean has(MemberId member) {
        return members.stream().anyMatch(mate -> mate.member().equals(member.value()));
    }

    static TeamDetail of(TeamView team, List<Teammate> members) {
        return new TeamDetail(team.id(), team.name(), team.leads(), team.size(), team.mine(), team.version(), members);
    }
}
