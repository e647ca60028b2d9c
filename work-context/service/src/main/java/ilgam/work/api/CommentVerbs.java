package ilgam.work.api;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Prose;
import ilgam.starter.web.ETags;
import ilgam.work.history.CommentView;
import ilgam.work.history.History;
import ilgam.work.item.CommentText;
import ilgam.work.item.ItemCommand;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.list.ItemView;

/** What members say about items. A comment is its author's: administrators aside, nobody else changes it. */
abstract class CommentVerbs {

    @Schema(name = "CommentText")
    record CommentBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Prose @Nullable
            String text) {}

    private final ItemService items;
    private final History history;
    private final String path;
    private final @Nullable Kind kind;

    private CommentVerbs(ItemService items, History history, String path, @Nullable Kind kind) {
        this.items = items;
        this.history = history;
        this.path = path;
        this.kind = kind;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommentView> add(@PathVariable String key, @RequestBody CommentBody body, Caller caller) {
        var item = items.findForWork(key, kind, caller);
        var text = FieldValidation.at("/text", () -> CommentText.of(body.text()));
        var comment = new CommentId(Ids.forCreate("comment"));
        var changed = items.send(item, new ItemCommand.Comment(new ItemId(item.id()), comment, text), caller);
        return ResponseEntity.created(URI.create(path + "/" + item.key() + "/comments/" + comment))
                .eTag(ETags.of(changed.version()))
                .body(show(changed, comment));
    }

    @PatchMapping(
            path = "/{comment}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<CommentView> edit(
            @PathVariable String key, @PathVariable UUID comment, @RequestBody CommentBody body, Caller caller) {
        var item = items.findForWork(key, kind, caller);
        var edit = new ItemCommand.EditComment(
                new ItemId(item.id()),
                new CommentId(comment),
                FieldValidation.at("/text", () -> CommentText.of(body.text())),
                new MemberId(caller.member()),
                caller.is("ADMIN"));
        var changed = items.send(item, edit, caller);
        return ResponseEntity.ok().eTag(ETags.of(changed.version())).body(show(changed, edit.comment()));
    }

    @DeleteMapping("/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String key, @PathVariable UUID comment, Caller caller) {
        var item = items.findForWork(key, kind, caller);
        var remove = new ItemCommand.RemoveComment(
                new ItemId(item.id()), new CommentId(comment), new MemberId(caller.member()), caller.is("ADMIN"));
        items.send(item, remove, caller);
    }

    private CommentView show(ItemView item, CommentId comment) {
        return history.comment(item.id(), comment.value()).orElseThrow();
    }

    @RestController
    @RequestMapping("/api/tasks/{key}/comments")
    @Tag(name = "Tasks")
    static class OfTasks extends CommentVerbs {

        OfTasks(ItemService items, History history) {
            super(items, history, "/api/tasks", Kind.TASK);
        }
    }

    @RestController
    @RequestMapping("/api/issues/{key}/comments")
    @Tag(name = "Issues")
    static class OfIssues extends CommentVerbs {

        OfIssues(ItemService items, History history) {
            super(items, history, "/api/issues", Kind.ISSUE);
        }
    }

    @RestController
    @RequestMapping("/api/work-items/{key}/comments")
    @Tag(name = "Work items")
    static class OfWorkItems extends CommentVerbs {

        OfWorkItems(ItemService items, History history) {
            super(items, history, "/api/work-items", null);
        }
    }
}
