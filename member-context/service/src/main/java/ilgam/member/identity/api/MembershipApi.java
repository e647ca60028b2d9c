package ilgam.member.identity.api;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.administration.MemberAdministration;
import ilgam.member.language.MemberId;
import ilgam.member.people.api.Entries;
import ilgam.member.people.api.MemberView;
import ilgam.member.web.ApiReason;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.web.ETags;
import ilgam.starter.web.Refused;

/** Deactivating, reactivating, erasing and merging members, by admins. */
@RestController
@RequestMapping("/api/members/{id}")
@Refuses("403 role scope")
@Tag(name = "Members")
class MembershipApi {

    @Schema(requiredProperties = "into", description = "Whom a known person turned out to be.", example = """
            {"into": "0199c0de-7a2b-7c3d-8e4f-5a6b7c8d9e0f"}""")
    record MergerBody(
            @Schema(description = "The member whom this person turned out to be.") @Nullable
            UUID into) {}

    private final MemberAdministration members;
    private final Entries entries;
    private final ClientInfoReader clients;

    MembershipApi(MemberAdministration members, Entries entries, ClientInfoReader clients) {
        this.members = members;
        this.entries = entries;
        this.clients = clients;
    }

    @PutMapping("/deactivation")
    @Operation(
            operationId = "deactivateMember",
            summary = "Deactivate a member",
            description = "For admins, and their programs with the scope admin. Every log-in and access token of theirs"
                    + " ends; their work and its history stay. Nobody deactivates themselves.")
    @Refuses("409 oneself last-admin erased merged not-a-member")
    ResponseEntity<MemberView> deactivate(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            HttpServletRequest request) {
        Operators.mustBe(caller, "Only an admin can deactivate a member.");
        var member = known(id);
        mustBeAnother(member, caller);
        members.deactivate(
                member, caller, ETags.ifMatch(seen), clients.of(request).client());
        return entries.answer(member, caller, null);
    }

    @DeleteMapping("/deactivation")
    @Operation(
            operationId = "reactivateMember",
            summary = "Let a member in again",
            description =
                    "For admins, and their programs with the scope admin. They log in with the password they had.")
    @Refuses("409 erased merged not-a-member")
    ResponseEntity<MemberView> reactivate(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            HttpServletRequest request) {
        Operators.mustBe(caller, "Only an admin can reactivate a member.");
        var member = known(id);
        members.reactivate(
                member, caller, ETags.ifMatch(seen), clients.of(request).client());
        return entries.answer(member, caller, null);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "eraseMember",
            summary = "Erase a member",
            description = "For admins, and their programs with the scope admin. Everything that tells who they were is"
                    + " deleted for ever. Their id and history stay.")
    @Refuses("409 last-admin merged not-a-member")
    void erase(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            HttpServletRequest request) {
        Operators.mustBe(caller, "Only an admin can erase a member.");
        members.erase(
                known(id), caller, ETags.ifMatch(seen), clients.of(request).client());
    }

    @PutMapping("/merger")
    @Operation(
            operationId = "mergePerson",
            summary = "Merge a known person into a member",
            description = "For admins, and their programs with the scope admin. Everything that a person known from an"
                    + " import did and holds is the member's from now on.")
    @Refuses("409 has-account no-account deactivated erased merged not-a-member")
    ResponseEntity<MemberView> merge(
            @PathVariable UUID id, @RequestBody MergerBody body, Caller caller, HttpServletRequest request) {
        Operators.mustBe(caller, "Only an admin can merge persons.");
        var person = known(id);
        var form = new Form();
        var into =
                form.read("/into", () -> Form.given(body.into(), "The member to merge this person into is required."));
        form.mustBeSound();
        members.merge(
                person, new MemberId(into.value()), caller, clients.of(request).client());
        return entries.answer(new MemberId(into.value()), caller, null);
    }

    private MemberId known(UUID id) {
        return new MemberId(entries.one(new MemberId(id)).id());
    }

    private static void mustBeAnother(MemberId member, Caller caller) {
        if (member.value().equals(caller.member()))
            throw new Refused(
                    HttpStatus.CONFLICT,
                    ApiReason.ONESELF,
                    "You cannot deactivate yourself. Ask another admin to do it.");
    }
}
