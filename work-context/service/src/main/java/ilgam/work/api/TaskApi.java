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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.security.Caller;
import ilgam.starter.text.Prose;
import ilgam.starter.web.ETags;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.list.ItemView;

/** Planned work: opening tasks and changing them. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks")
class TaskApi extends ItemVerbs {

    record NewTask(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The project's key.") @Nullable
            String project,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String title,

            @Prose @Nullable String description,
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
                    Kind.TASK,
                    project,
                    title,
                    description,
                    assignee,
                    startOn,
                    dueOn,
                    estimateHours,
                    priority,
                    null,
                    labels,
                    parent,
                    null,
                    status);
        }
    }

    TaskApi(ItemService items, Patching patching) {
        super(items, patching, Kind.TASK);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ItemView> open(@RequestBody NewTask body, Caller caller) {
        var task = items.open(body.asItem(), caller);
        return ResponseEntity.created(URI.create("/api/tasks/" + task.key()))
                .eTag(ETags.of(task.version()))
                .body(task);
    }
}
