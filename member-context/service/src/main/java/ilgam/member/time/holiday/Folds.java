package ilgam.member.time.holiday;

import java.io.ByteArrayOutputStream;

/**
 * The folds of an iCalendar file (RFC 5545, 3.1): a long line continues in the next one after a blank. Folds are made
 * between bytes, so that one may split a character.
 */
final class Folds {

    private Folds() {}

    /**
     * The same lines, with each fold that splits a character moved behind it, so that the file can be decoded as text.
     */
    static byte[] betweenCharacters(byte[] content) {
        var moved = new ByteArrayOutputStream(content.length);
        int at = 0;
        while (at < content.length) {
            int fold = foldAt(content, at);
            int rest = at + fold;
            while (fold > 0 && rest < content.length && continuesCharacter(content[rest])) moved.write(content[rest++]);
            moved.write(content, at, Math.max(fold, 1));
            at = Math.max(rest, at + 1);
        }
        return moved.toByteArray();
    }

    /** The length in bytes of the fold that begins here; 0 when none does. */
    private static int foldAt(byte[] content, int at) {
        if (content[at] != '\r' && content[at] != '\n') return 0;
        int next = content[at] == '\r' && at + 1 < content.length && content[at + 1] == '\n' ? at + 2 : at + 1;
        var folds = next < content.length && (content[next] == ' ' || content[next] == '\t');
        return folds ? next + 1 - at : 0;
    }

    private static boolean continuesCharacter(byte one) {
        return (one & 0xC0) == 0x80;
    }
}
