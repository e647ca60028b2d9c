package ilgam.member.text;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** An uploaded file is not valid, from this line on. */
public final class InvalidLine extends Invalid {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line counted from 1 */
    public InvalidLine(int line, Refusal reason, Sentence sentence) {
        super(reason, sentence);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
