package ilgam.member.people.teams;

import java.util.List;
import java.util.UUID;

/** The teams that a member belongs to, and those of them that they lead. */
public record Memberships(List<UUID> teams, List<UUID> leads) {

    public Memberships {
        teams = List.copyOf(teams);
        leads = List.copyOf(leads);
    }
}
