package ilgam.member.people.team;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.starter.locking.FieldVersions;

/** Who is in a team and who leads it, in the order of joining, and in which version each of them last moved. */
final class Roster {

    private final SequencedSet<MemberId> members = new LinkedHashSet<>();
    private final SequencedSet<MemberId> leads = new LinkedHashSet<>();

    /** By member, when they last joined, left, or became or ceased to be a lead. */
    private final FieldVersions<MemberId> moves = new FieldVersions<>();

    void join(MemberId member, long version) {
        moves.changed(member, version);
        members.add(member);
    }

    void lead(MemberId member, long version) {
        moves.changed(member, version);
        leads.add(member);
    }

    void relieve(MemberId member, long version) {
        moves.changed(member, version);
        leads.remove(member);
    }

    void leave(MemberId member, long version) {
        relieve(member, version);
        members.remove(member);
    }

    void clear() {
        members.clear();
        leads.clear();
    }

    void restore(TeamSnapshot kept) {
        members.addAll(kept.members());
        leads.addAll(kept.leads());
        kept.movedIn().forEach((member, version) -> moves.changed(new MemberId(member), version));
    }

    boolean has(MemberId member) {
        return members.contains(member);
    }

    boolean isLedBy(MemberId member) {
        return leads.contains(member);
    }

    boolean isLastLead(MemberId member) {
        return leads.size() == 1 && leads.contains(member);
    }

    boolean isLastMember(MemberId member) {
        return members.size() == 1 && members.contains(member);
    }

    boolean movedSince(@Nullable Long version, MemberId member) {
        return moves.changedSince(version, member);
    }

    /** The longest-standing other member. */
    MemberId seniorBeside(MemberId member) {
        return members.stream()
                .filter(other -> !Objects.equals(other, member))
                .findFirst()
                .orElseThrow();
    }

    List<MemberId> members() {
        return List.copyOf(members);
    }

    List<MemberId> leads() {
        return List.copyOf(leads);
    }

    Map<UUID, Long> movedIn() {
        return moves.kept().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(moved -> moved.getKey().value(), Map.Entry::getValue));
    }
}
