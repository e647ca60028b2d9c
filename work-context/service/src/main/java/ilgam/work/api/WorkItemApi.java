package ilgam.work.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.security.Caller;
import ilgam.work.list.ItemView;

/** Changing items, be they tasks or issues. */
@RestController
@RequestMapping("/api/work-items")
@Tag(name = "Work items")
class WorkItemApi extends ItemVerbs {

    WorkItemApi(ItemService items, Patching patching) {
        super(items, patching, null);
    }

    @PutMapping("/{key}/resolution")
    ResponseEntity<ItemView> resolve(
            @PathVariable String key,
            @RequestBody IssueApi.ResolutionBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return resolve(key, body.resolution(), caller, ifMatch);
    }
}
