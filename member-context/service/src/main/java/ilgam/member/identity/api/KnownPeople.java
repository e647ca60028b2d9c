package ilgam.member.identity.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.directory.Directory;
import ilgam.member.people.directory.DirectoryEntry;
import ilgam.member.people.membership.MemberRefused;
import ilgam.member.web.ApiReason;
import ilgam.member.web.NotFound;
import ilgam.starter.web.Refused;

/** Looks up persons whom an import named and who can claim their history. */
@Component
class KnownPeople {

    private final Directory directory;

    KnownPeople(Directory directory) {
        this.directory = directory;
    }

    void mustBeClaimable(MemberId person) {
        var entry = directory
                .find(person)
                .filter(found -> found.mergedInto() == null && !found.erased())
                .orElseThrow(() -> NotFound.because("There is no person with this id."));
        if (entry.account())
            throw new Refused(
                    HttpStatus.CONFLICT,
                    ApiReason.NOT_A_KNOWN_PERSON,
                    "This member has an account. Only persons known from an import can be invited to claim their history.");
        if (!entry.active())
            throw new Refused(
                    HttpStatus.CONFLICT,
                    MemberRefused.Reason.DEACTIVATED,
                    "This person was deactivated. Reactivate them first.");
    }

    /** The current name of a member; null when they were deactivated or erased. */
    @Nullable
    String nameOfWhoIsHere(MemberId member) {
        return directory
                .find(member)
                .filter(found -> found.active() && !found.erased())
                .map(DirectoryEntry::displayName)
                .orElse(null);
    }

    @Nullable
    String nameOf(MemberId person) {
        return directory
                .find(person)
                .filter(found -> !found.erased())
                .map(DirectoryEntry::displayName)
                .orElse(null);
    }
}
