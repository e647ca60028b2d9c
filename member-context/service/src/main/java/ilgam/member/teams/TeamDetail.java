package ilgam.member.teams;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.member.language.MemberId;

/** A team with its members, in the order in which they joined. */
@Schema(name = "TeamWithMembers")
public record TeamDetail(
        UUID id, String name, List<UUID> leads, long size, boolean mine, long version, List<Teammate> members) {

    /** A member of the team. */
    @Schema(name = "Teammate")
    public record Teammate(UUID member, boolean lead, Instant since) {}

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
