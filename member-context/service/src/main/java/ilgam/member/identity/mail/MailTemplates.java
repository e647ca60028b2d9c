package ilgam.member.identity.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.jspecify.annotations.Nullable;

import ilgam.starter.ids.Ids;

/** Renders a mail as plain text and as HTML, in the recipient's language. */
final class MailTemplates {

    private static final Mustache.Compiler AS_IT_IS =
            Mustache.compiler().withDelims("{ }").escapeHTML(false);
    private static final Mustache.Compiler ESCAPED = AS_IT_IS.escapeHTML(true);

    private static final Template HTML = ESCAPED.compile("""
            <!doctype html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{subject}</title></head>
            <body style="margin:0;padding:24px;font:16px/1.6 system-ui,'Apple SD Gothic Neo','Malgun Gothic',sans-serif;color:#1f2937">
            <div style="max-width:34em;margin:0 auto;word-break:keep-all;overflow-wrap:anywhere">
            <p>{hello}</p>
            <p>{body}</p>
            <p style="margin:28px 0"><a href="{url}" style="background:#1d4ed8;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none">{button}</a></p>
            <p style="font-size:14px">{link}<br><a href="{url}">{url}</a></p>
            <p style="font-size:14px;color:#4b5563">{footer}</p>
            </div>
            </body>
            </html>
            """);

    private static final Template PLAIN = AS_IT_IS.compile("""
            {hello}

            {body}

            {button}: {url}

            {footer}
            """);

    private MailTemplates() {}

    static Mail write(MailTemplate letter, Addressee to, @Nullable UUID author, String url, Map<String, ?> facts) {
        var words = Words.in(to.language());
        var known = new HashMap<String, String>();
        facts.forEach((key, fact) -> known.put(key, words.of(fact)));
        var name = to.name();
        if (name != null) known.put("name", name);
        var subject = filled(words.text(letter, "subject"), known);
        var parts = Map.of(
                "hello", filled(words.text(name == null ? "hello.nobody" : "hello"), known),
                "body", filled(words.text(letter, "body"), known),
                "button", words.text(letter, "button"),
                "footer", words.text(letter, "footer"),
                "link", words.text("link"),
                "subject", subject,
                "language", words.language(),
                "url", url);
        return new Mail(
                Ids.next(),
                to.member(),
                author,
                words.language(),
                to.email(),
                subject,
                PLAIN.execute(parts),
                HTML.execute(parts));
    }

    /** Fails on a placeholder without a value; a value that looks like a placeholder stays as it is. */
    private static String filled(String text, Map<String, String> values) {
        return AS_IT_IS.compile(text).execute(values);
    }
}
