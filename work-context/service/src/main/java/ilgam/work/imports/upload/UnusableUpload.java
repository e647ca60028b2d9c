package ilgam.work.imports.upload;

import java.util.HashMap;
import java.util.Map;

import ilgam.starter.refusal.Code;
import ilgam.starter.refusal.Sentence;
import ilgam.work.imports.spool.Part;

/** The upload as a whole cannot be used. The message says why, for the client. */
public final class UnusableUpload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The cause, as the value {@code cause} of the sentence. */
    enum Cause implements Code {
        BROKEN_GZIP,
        MISSING,
        NOT_JSON,
        NOT_A_MEMBER,
        NO_ITEM,
        NO_PROJECT,
        NO_WORKFLOW,
        TOO_LARGE,
        UNPACKS_TOO_LARGE,
        UNREADABLE
    }

    private final transient Sentence sentence;

    /** @param sentence with the placeholder {@code part} */
    UnusableUpload(Cause cause, Part part, String sentence) {
        this(cause, part, sentence, Map.of());
    }

    /** @param values of further placeholders */
    UnusableUpload(Cause cause, Part part, String sentence, Map<String, ?> values) {
        this(Sentence.of(sentence, with(values, cause, part)));
    }

    private UnusableUpload(Sentence sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    private static Map<String, Object> with(Map<String, ?> values, Cause cause, Part part) {
        var all = new HashMap<String, Object>(values);
        all.put("cause", cause.code());
        all.put("part", part.file());
        return all;
    }

    /** The sentence for the client. */
    public Sentence sentence() {
        return sentence;
    }
}
