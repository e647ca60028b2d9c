package ilgam.member.language;

/** Everything that happens to a team, which always has at least one lead. */
public sealed interface TeamEvent {

    TeamId team();

    /** The team was created with its first lead, who belongs to it. */
    record TeamFormed(TeamId team, String name, MemberId lead) implements TeamEvent {}

    record TeamRenamed(TeamId team, String name) implements TeamEvent {}

    record JoinedTeam(TeamId team, MemberId member) implements TeamEvent {}

    /** A member left the team. A lead who leaves is no longer a lead. */
    record LeftTeam(TeamId team, MemberId member) implements TeamEvent {}

    /** A member of the team became a lead, in addition to the existing ones. */
    record LeadAppointed(TeamId team, MemberId lead) implements TeamEvent {}

    /** The lead is an ordinary member of the team again. */
    record LeadRelieved(TeamId team, MemberId lead) implements TeamEvent {}

    /** The team no longer exists; nobody belongs to it. */
    record TeamDisbanded(TeamId team) implements TeamEvent {}
}
