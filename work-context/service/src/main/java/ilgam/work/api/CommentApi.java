package ilgam.work.api;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Prose;
import ilgam.starter.web.ETags;
import ilgam.work.history.CommentView;
import ilgam.work.history.History;
import ilgam.work.item.CommentText;
import ilgam.work.item.ItemCommand;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemId;
import ilgam.work.list.ItemView;

import static ilgam.work.api.KindOfPath.ISSUES;
import static ilgam.work.api.KindOfPath.TASKS;
import static ilgam.work.api.KindOfPath.WORK_ITEMS;

/** Comments on items. Only the author of a comment and admins can change it. */
@RestController
class CommentApi {

    private static final String COMMENTS = "/{key}/comments";
    private static final String COMMENT = COMMENTS + "/{comment}";

    @Schema(name = "CommentText", description = "What is said.", example = """
            {"text": "The supplier answers **tomorrow**."}""")
    record CommentBody(
            @Schema(description = "1 to 50,000 characters of Markdown.", requiredMode = Schema.RequiredMode.REQUIRED)
            @Prose
            @Nullable
            String text) {}

    private final ItemService items;
    private final History history;

    CommentApi(ItemService items, History history) {
        this.items = items;
        this.history = history;
    }

    @Operation(
            summary = "Comment on {item}",
            description = "For everybody who works in the project. Answers the comment with its id.")
    @Refuses({"404 deleted", "409 archived exists-already too-many-comments"})
    @PostMapping({TASKS + COMMENTS, ISSUES + COMMENTS, WORK_ITEMS + COMMENTS})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommentView> add(
            KindOfPath of, @PathVariable String key, @RequestBody CommentBody body, Caller caller) {
        var item = items.findForWork(key, of.kind(), caller);
        var text = FieldValidation.at("/text", () -> CommentText.of(body.text()));
        var comment = new CommentId(Ids.forCreate("comment"));
        var changed = items.send(item, new ItemCommand.Comment(new ItemId(item.id()), comment, text), caller);
        return ResponseEntity.created(URI.create(of.path() + "/" + item.key() + "/comments/" + comment))
                .eTag(ETags.of(changed.version()))
                .body(show(changed, comment));
    }

    @Operation(
            summary = "Change a comment",
            description = "For its author and admins. The words before it stay in the history. Answers the comment as"
                    + " it is then.")
    @Refuses({"403 not-your-comment", "404 deleted no-such-comment", "409 archived"})
    @PatchMapping(
            path = {TASKS + COMMENT, ISSUES + COMMENT, WORK_ITEMS + COMMENT},
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<CommentView> edit(
            KindOfPath of,
            @PathVariable String key,
            @Parameter(description = "The id of the comment.") @PathVariable UUID comment,
            @RequestBody CommentBody body,
            Caller caller) {
        var item = items.findForWork(key, of.kind(), caller);
        var edit = new ItemCommand.EditComment(
                new ItemId(item.id()),
                new CommentId(comment),
                FieldValidation.at("/text", () -> CommentText.of(body.text())),
                new MemberId(caller.member()),
                caller.is("ADMIN"));
        var changed = items.send(item, edit, caller);
        return ResponseEntity.ok().eTag(ETags.of(changed.version())).body(show(changed, edit.comment()));
    }

    @Operation(
            summary = "Remove a comment",
            description = "For its author and admins. That there was one stays in the list, without its text.")
    @Refuses({"403 not-your-comment", "404 deleted no-such-comment", "409 archived"})
    @DeleteMapping({TASKS + COMMENT, ISSUES + COMMENT, WORK_ITEMS + COMMENT})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            KindOfPath of,
            @PathVariable String key,
            @Parameter(description = "The id of the comment.") @PathVariable UUID comment,
            Caller caller) {
        var item = items.findForWork(key, of.kind(), caller);
        var remove = new ItemCommand.RemoveComment(
                new ItemId(item.id()), new CommentId(comment), new MemberId(caller.member()), caller.is("ADMIN"));
        items.send(item, remove, caller);
    }

    private CommentView show(ItemView item, CommentId comment) {
        return history.comment(item.id(), comment.value()).orElseThrow();
    }
}
