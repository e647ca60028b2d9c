package ilgam.member.text;

import java.text.Normalizer;
import java.util.Locale;

/** Texts that are the same whatever case, blanks around them and Unicode composition they were typed in. */
public final class CaseFree {

    private CaseFree() {}

    /** The form in which such texts are compared. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
