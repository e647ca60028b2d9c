package ilgam.member.people.api;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.language.MemberId;
import ilgam.member.people.directory.Sought;
import ilgam.member.people.profile.NameSearch;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Page;

/** The directory. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "Members")
class MemberApi {

    private final Entries entries;

    MemberApi(Entries entries) {
        this.entries = entries;
    }

    @GetMapping
    @Operation(
            operationId = "listMembers",
            summary = "The directory, in the order of names",
            description = "Every member sees it; e-mail addresses are shown to admins alone. With ids it answers"
                    + " exactly those persons, at most 200, former ones too.")
    @Refuses("400 invalid")
    Page<MemberView> list(
            @Schema(description = "A part of the name; a Korean consonant stands for any syllable that begins with it.")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "The ids of persons, repeated or with commas between, at most 200.")
                    @RequestParam(required = false)
                    @Nullable
                    List<UUID> ids,
            @Schema(description = "False for those who left.") @RequestParam(defaultValue = "true") boolean active,
            @Schema(description = "False for persons known from an import only, true for everybody else.")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean count,
            Caller caller) {
        var sought = new Sought(q == null ? null : new NameSearch(q), active, account);
        var page = ids == null ? entries.page(sought, cursor, limit, count) : entries.those(ids);
        var members =
                page.items().stream().map(entry -> MemberView.of(entry, caller)).toList();
        return new Page<>(members, page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "showMember",
            summary = "A member",
            description = "Every member sees every person of the directory; the e-mail address is for themselves and"
                    + " for admins. One that was merged is shown as the member whom they turned out to be.")
    ResponseEntity<MemberView> show(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        return entries.answer(new MemberId(id), caller, known);
    }
}
