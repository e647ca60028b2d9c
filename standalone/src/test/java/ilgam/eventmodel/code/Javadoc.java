package ilgam.eventmodel.code;

import java.util.List;
import java.util.stream.Collectors;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import org.jspecify.annotations.Nullable;

/** A Javadoc comment in one line of Markdown; absent ones are empty. */
record Javadoc(@Nullable DocCommentTree comment) {

    String body() {
        return comment == null ? "" : text(comment.getFullBody());
    }

    /** What it says of a parameter, or of the component of a record. */
    String parameter(String name) {
        if (comment == null) return "";
        return comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(tag -> tag.getName().getName().contentEquals(name))
                .map(tag -> text(tag.getDescription()))
                .collect(Collectors.joining(" "));
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(Javadoc::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> "`" + literal.getBody().getBody() + "`";
            case LinkTree link when !link.getLabel().isEmpty() -> text(link.getLabel());
            case LinkTree link -> "`" + link.getReference().getSignature().replaceFirst("^#", "") + "`";
            case EntityTree entity -> entity.toString();
            default -> " ";
        };
    }
}
