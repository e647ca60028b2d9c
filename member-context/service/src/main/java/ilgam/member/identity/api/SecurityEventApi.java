package ilgam.member.identity.api;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.audit.AuditLog;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEvent;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.text.WordsOf;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.Limits;
import ilgam.starter.web.Page;

/** Security events of accounts: one's own for every member, all of them for admins. */
@RestController
@Tag(name = "Security events")
class SecurityEventApi {

    @Schema(
            name = "SecurityEvent",
            description = "Something that happened to an account: a log-in, a new password, another role.")
    record EventView(
            @Schema(description = "Counts all events, the latest has the highest.")
            long id,

            @Schema(description = "When it happened, ISO 8601.")
            Instant at,

            @Schema(description = "What happened.", example = "logged-in") @WordsOf(SecurityEventType.class)
            String what,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Shown to admins.") @Nullable
            UUID member,

            @Schema(description = "The IP address that it came from; null when unknown or when somebody else did it.")
            @Nullable
            String address,

            @Schema(description = "Null when somebody else did it.") @Nullable
            String device,

            @Schema(description = "The id of who did it; null for nobody who is known.") @Nullable
            UUID actor,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What something was before: a role, the rule of sign-up, a token's name.")
            @Nullable
            String was,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What it became; of a merger, the member.")
            @Nullable
            String became,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Whom an invitation was for; shown to admins.")
            @Nullable
            String addressee) {}

    private final AuditLog log;

    SecurityEventApi(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/api/members/me/security-events")
    @Operation(
            operationId = "listOwnSecurityEvents",
            summary = "What happened to my account, the latest first",
            description =
                    "Answers what happened to the caller's own account: kept for two years, unless set otherwise.")
    Page<EventView> own(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return page(cursor, limit, caller.member(), null, false);
    }

    @GetMapping("/api/security-events")
    @Operation(
            operationId = "listSecurityEvents",
            summary = "What happened to accounts, the latest first",
            description = "For admins, and their programs with the scope admin. Answers what happened to all accounts,"
                    + " or to one of them.")
    @Refuses("403 role scope")
    Page<EventView> all(
            @Parameter(description = "Only what happened to this member.") @RequestParam(required = false) @Nullable
                    UUID member,
            @Parameter(description = "Only what is of this kind.", example = "log-in-failed")
                    @RequestParam(required = false)
                    @Nullable
                    String what,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        Operators.mustBe(caller, "Only an admin can see the security events of all accounts.");
        return page(cursor, limit, member, what, true);
    }

    private Page<EventView> page(
            @Nullable String cursor,
            @Nullable Integer wished,
            @Nullable UUID member,
            @Nullable String what,
            boolean withMember) {
        int limit = Limits.limit(wished);
        var type = what == null ? null : what.toUpperCase(Locale.ROOT).replace('-', '_');
        var found = log.before(cursor == null ? Long.MAX_VALUE : place(cursor), member, type, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? Cursor.encode(shown.getLast().id()) : null;
        return new Page<>(
                shown.stream()
                        .map(withMember ? SecurityEventApi::whole : SecurityEventApi::ofOneself)
                        .toList(),
                next,
                null);
    }

    private static EventView whole(SecurityEvent entry) {
        return view(entry, true, entry.address(), Client.deviceOf(entry.userAgent()));
    }

    /** Hides the address and device when an admin acted on the member's account: they are the admin's. */
    private static EventView ofOneself(SecurityEvent entry) {
        var actor = entry.actor();
        return actor == null || actor.equals(entry.memberId())
                ? view(entry, false, entry.address(), Client.deviceOf(entry.userAgent()))
                : view(entry, false, null, null);
    }

    private static EventView view(
            SecurityEvent entry, boolean toAdmin, @Nullable String address, @Nullable String device) {
        var what = entry.what().toLowerCase(Locale.ROOT).replace('_', '-');
        return new EventView(
                entry.id(),
                entry.at(),
                what,
                toAdmin ? entry.memberId() : null,
                address,
                device,
                entry.actor(),
                entry.was(),
                entry.became(),
                toAdmin ? entry.addressee() : null);
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(String.valueOf(Cursor.decode(cursor, 1).getFirst()));
        } catch (NumberFormatException notANumber) {
            throw Cursor.malformed();
        }
    }
}
