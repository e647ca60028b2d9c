package ilgam.member.time.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import ilgam.member.people.profile.HomeZone;
import ilgam.member.time.company.CompanyService;
import ilgam.member.time.company.CompanyZone;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.web.ETags;

/** The company of an installation: shown to every member, changed by admins. */
@RestController
@RequestMapping("/api/company")
@Tag(name = "Company")
class CompanyApi {

    @Schema(name = "Company", requiredProperties = "timeZone", description = "The company.")
    record CompanyView(
            @Schema(
                    description = "Where the company's days start: for members without a work cycle, for unassigned"
                            + " items, and for the periods of figures",
                    example = "Asia/Seoul")
            String timeZone) {}

    /** A merge patch: absent fields stay as they are. */
    @Schema(name = "CompanyPatch", description = "What to change of the company; what is missing stays.", example = """
            {"timeZone": "Asia/Seoul"}""")
    record CompanyPatch(
            @Schema(type = "string", nullable = false, description = "An IANA time zone", example = "Asia/Seoul")
            @Nullable
            JsonNode timeZone) {}

    private final CompanyZone zone;
    private final CompanyService company;

    CompanyApi(CompanyZone zone, CompanyService company) {
        this.zone = zone;
        this.company = company;
    }

    @GetMapping
    @Operation(
            operationId = "showCompany",
            summary = "The company, now or as it was",
            description = "Every member sees it, now or as it was at an instant.")
    ResponseEntity<CompanyView> show(
            @Parameter(description = "As of this instant; now when left out") @RequestParam(required = false) @Nullable
                    Instant at,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known,
            Caller caller) {
        var shown = zone.at(at);
        var tag = CalendarTag.of(shown.version(), shown.timeZone());
        if (ETags.isKnown(known, tag))
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        return ResponseEntity.ok().eTag(tag).body(new CompanyView(shown.timeZone()));
    }

    @PatchMapping
    @Operation(
            operationId = "changeCompany",
            summary = "Change the company",
            description = "For admins, and their programs with the scope admin. A JSON merge patch. Another time zone"
                    + " holds from now on; the past keeps the one that it had.")
    @Refuses("403 role")
    ResponseEntity<CompanyView> change(
            @RequestBody CompanyPatch body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        Operators.mustBe(caller, "Only an admin can change the company.");
        var form = new Form();
        var where = form.patch(
                        "/timeZone",
                        body.timeZone(),
                        name -> HomeZone.typed(Form.given(name, "The company needs a time zone.")))
                .orNull();
        form.mustBeSound();
        if (where != null) company.moveTo(where, CalendarTag.seen(seen), caller);
        return show(null, null, caller);
    }
}
