package ilgam.member.identity.account;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.CaseFree;
import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidReason;
import ilgam.member.text.Line;
import ilgam.member.text.MailDomain;
import ilgam.starter.refusal.CommonFieldReason;

/**
 * An e-mail address as its owner writes it. Addresses that differ only in case, or in the spelling of their domain, are
 * equal.
 */
public record EmailAddress(String text) {

    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
                    + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*");

    public EmailAddress {
        text = Line.upTo(3, 254, text, "An e-mail address has {least} to {most} characters.")
                .text();
        if (!SHAPE.matcher(text).matches())
            throw new Invalid(
                    InvalidReason.NOT_AN_EMAIL, "This is not an e-mail address. It looks like name@example.com.");
    }

    /** An address as typed, which may be missing. */
    public static EmailAddress typed(@Nullable String text) {
        if (text == null || text.isBlank())
            throw new Invalid(CommonFieldReason.REQUIRED, "An e-mail address is required.");
        return new EmailAddress(text);
    }

    /** The form in which addresses are compared. */
    public String key() {
        return keyOf(text);
    }

    /** The form in which addresses are compared, of any text that somebody logs in with. */
    static String keyOf(String text) {
        var free = CaseFree.of(text);
        int at = free.lastIndexOf('@');
        return at < 0 ? free : free.substring(0, at + 1) + MailDomain.keyOf(free.substring(at + 1));
    }

    /** The part before the @. */
    public String localPart() {
        return text.substring(0, text.indexOf('@'));
    }

    @Override
    public String toString() {
        return "EmailAddress";
    }
}
