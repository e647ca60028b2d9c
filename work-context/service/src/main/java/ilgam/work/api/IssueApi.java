package ilgam.work.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.security.Caller;
import ilgam.starter.text.Prose;
import ilgam.starter.web.ETags;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;
import ilgam.work.list.ItemView;

/** Problems that somebody reports: opening issues, changing and resolving them. */
@RestController
@RequestMapping("/api/issues")
@Tag(name = "Issues")
class IssueApi extends ItemVerbs {

    record NewIssue(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The project's key.") @Nullable
            String project,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String title,

            @Prose @Nullable String description,
            @Nullable Severity severity,

            @Schema(description = "Key or id of the task it is about.") @Nullable
            String task,

            @Nullable UUID assignee,
            @Nullable LocalDate startOn,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal estimateHours,
            @Nullable Priority priority,
            @Nullable List<@Nullable String> labels,

            @Schema(description = "Key or id of the item this one is part of.") @Nullable
            String parent,

            @Schema(description = "Name or id; the first one that is still to do when left out.") @Nullable
            String status) {

        private NewItem asItem() {
            return new NewItem(
                    Kind.ISSUE,
                    project,
                    title,
                    description,
                    assignee,
                    startOn,
                    dueOn,
                    estimateHours,
                    priority,
                    severity,
                    labels,
                    parent,
                    task,
                    status);
        }
    }

    @Schema(name = "ResolutionChoice")
    record ResolutionBody(
            @Schema(description = "Why it ended, in the company's words; null: it has not.") @Nullable
            String resolution) {}

    IssueApi(ItemService items, Patching patching) {
        super(items, patching, Kind.ISSUE);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ItemView> open(@RequestBody NewIssue body, Caller caller) {
        var issue = items.open(body.asItem(), caller);
        return ResponseEntity.created(URI.create("/api/issues/" + issue.key()))
                .eTag(ETags.of(issue.version()))
                .body(issue);
    }

    @PutMapping("/{key}/resolution")
    ResponseEntity<ItemView> resolve(
            @PathVariable String key,
            @RequestBody ResolutionBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return resolve(key, body.resolution(), caller, ifMatch);
    }
}
