package ilgam.member.identity.api;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.administration.GiveRole;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.api.Entries;
import ilgam.member.people.api.MemberView;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.web.ETags;

/** The roles of members, given by admins. */
@RestController
@RequestMapping("/api/members/{id}/role")
@Tag(name = "Members")
class RoleApi {

    @Schema(requiredProperties = "role", description = "A role to give.", example = """
            {"role": "MANAGER"}""")
    record RoleBody(
            @Schema(description = "What the member may do.") @Nullable
            Role role) {}

    private final GiveRole giveRole;
    private final Entries entries;
    private final ClientInfoReader clients;

    RoleApi(GiveRole giveRole, Entries entries, ClientInfoReader clients) {
        this.giveRole = giveRole;
        this.entries = entries;
        this.clients = clients;
    }

    @PutMapping
    @Operation(
            operationId = "changeRole",
            summary = "Give a member another role",
            description = "For admins, and their programs with the scope admin. The last admin stays one. What a token"
                    + " may do follows within ten seconds.")
    @Refuses({"403 role", "409 last-admin no-account deactivated erased merged not-a-member"})
    ResponseEntity<MemberView> changeRole(
            @PathVariable UUID id,
            @RequestBody RoleBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            HttpServletRequest request) {
        Operators.mustBe(caller, "Only an admin can change the role of a member.");
        var member = entries.one(new MemberId(id));
        var form = new Form();
        var role = form.read("/role", () -> Form.given(body.role(), "A role is MEMBER, MANAGER or ADMIN."));
        form.mustBeSound();
        giveRole.give(
                new MemberId(member.id()),
                role.value(),
                caller,
                ETags.ifMatch(seen),
                clients.of(request).client());
        return entries.answer(new MemberId(id), caller, null);
    }
}
