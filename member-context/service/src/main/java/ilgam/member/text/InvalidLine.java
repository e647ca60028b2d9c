package ilgam.member.text;

/** A file that somebody chose cannot be taken as it is, from this line on. */
public final class InvalidLine extends Invalid {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line counted from 1 */
    public InvalidLine(int line, String reason, String message) {
        super(reason, message);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
