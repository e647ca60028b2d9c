package ilgam.member.teams;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A team in the list of teams.
 *
 * @param size the number of its members, leads included
 * @param mine whether the caller belongs to it
 */
@Schema(name = "Team")
public record TeamView(UUID id, String name, List<UUID> leads, long size, boolean mine, long version) {

    public TeamView {
        leads = List.copyOf(leads);
    }
}
