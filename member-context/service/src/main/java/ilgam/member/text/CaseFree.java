package ilgam.member.text;

import java.text.Normalizer;
import java.util.Locale;

/** The comparable form of texts that are equal regardless of case, surrounding blanks and Unicode composition. */
public final class CaseFree {

    private CaseFree() {}

    /** The form in which such texts are compared. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
