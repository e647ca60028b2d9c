package ilgam.member.people.teams;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A team in the list of teams.
 */
@Schema(name = "Team", description = "A team in the list of teams.")
public record TeamView(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "The ids of the members who lead it.")
        List<UUID> leads,

        @Schema(description = "How many belong to it, leads included.")
        long size,

        @Schema(description = "Whether the caller belongs to it.")
        boolean mine,

        @Schema(description = "Counts its changes; the ETag says the same.")
        long version) {

    public TeamView {
        leads = List.copyOf(leads);
    }
}
