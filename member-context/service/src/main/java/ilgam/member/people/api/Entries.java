package ilgam.member.people.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.directory.Directory;
import ilgam.member.people.directory.Directory.Place;
import ilgam.member.people.directory.DirectoryEntry;
import ilgam.member.people.directory.Sought;
import ilgam.member.web.NotFound;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.ETags;
import ilgam.starter.web.Limits;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;

import static java.util.stream.Collectors.toSet;

/** Directory entries for HTTP: one with its version, several by id, or page by page. */
@Component
public class Entries {

    private static final int MOST_AT_ONCE = 200;

    private final Directory directory;

    Entries(Directory directory) {
        this.directory = directory;
    }

    public DirectoryEntry one(MemberId member) {
        return directory.find(member).orElseThrow(() -> NotFound.because("There is no member with this id."));
    }

    /** The caller's own id. */
    public MemberId oneself(Caller caller) {
        return new MemberId(one(new MemberId(caller.member())).id());
    }

    public ResponseEntity<MemberView> answer(MemberId member, Caller caller, @Nullable String known) {
        var entry = one(member);
        var tag = ETags.of(entry.version());
        return ETags.isKnown(known, tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(MemberView.of(entry, caller));
    }

    /** Those of the members who are in the directory. */
    public Set<UUID> known(List<UUID> members) {
        return directory.find(members).stream().map(DirectoryEntry::id).collect(toSet());
    }

    Page<DirectoryEntry> those(List<UUID> ids) {
        if (ids.size() > MOST_AT_ONCE)
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    CommonReason.INVALID,
                    "At most {most} members can be requested at once.",
                    Map.of("most", MOST_AT_ONCE));
        return new Page<>(directory.find(ids), null, null);
    }

    Page<DirectoryEntry> page(Sought sought, @Nullable String cursor, @Nullable Integer wished, boolean count) {
        int limit = Limits.limit(wished);
        var found = directory.search(sought, cursor == null ? null : place(cursor), limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursorAfter(shown.getLast()) : null;
        return new Page<>(shown, next, count ? directory.count(sought) : null);
    }

    private static String cursorAfter(DirectoryEntry last) {
        return Cursor.encode(last.sortName(), last.id());
    }

    private static Place place(String cursor) {
        var values = Cursor.decode(cursor, 2);
        try {
            return new Place(String.valueOf(values.getFirst()), UUID.fromString(String.valueOf(values.getLast())));
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.malformed();
        }
    }
}
