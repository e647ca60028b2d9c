package ilgam.member.language;

/** Everything that happens to a team. It has at least one lead for as long as it exists. */
public sealed interface TeamEvent {

    TeamId team();

    /** The team exists, with its first lead, who belongs to it. */
    record TeamFormed(TeamId team, String name, MemberId lead) implements TeamEvent {}

    record TeamRenamed(TeamId team, String name) implements TeamEvent {}

    record JoinedTeam(TeamId team, MemberId member) implements TeamEvent {}

    /** A lead who leaves no longer leads. */
    record LeftTeam(TeamId team, MemberId member) implements TeamEvent {}

    /** One of its members leads the team, beside those who did before. */
    record LeadAppointed(TeamId team, MemberId lead) implements TeamEvent {}

    /** The lead is a member like others again. */
    record LeadRelieved(TeamId team, MemberId lead) implements TeamEvent {}

    /** The team is no more; nobody belongs to it. */
    record TeamDisbanded(TeamId team) implements TeamEvent {}
}
