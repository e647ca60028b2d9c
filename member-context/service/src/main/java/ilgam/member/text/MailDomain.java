package ilgam.member.text;

import com.ibm.icu.text.IDNA;

/** The domain of a mail address, which can have two spellings: {@code 일감.한국} is {@code xn--439a033c.xn--3e0b707e}. */
public final class MailDomain {

    private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI);

    private MailDomain() {}

    /** The spelling in which domains are compared: Unicode, not Punycode (UTS 46). */
    public static String keyOf(String domain) {
        var info = new IDNA.Info();
        var letters = RULES.nameToUnicode(domain, new StringBuilder(), info).toString();
        return info.hasErrors() ? CaseFree.of(domain) : letters;
    }
}
