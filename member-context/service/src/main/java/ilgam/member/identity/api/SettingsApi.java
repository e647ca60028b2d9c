package ilgam.member.identity.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.account.Founder;
import ilgam.member.identity.admission.SignUpRule;
import ilgam.member.identity.admission.SignUpRules;
import ilgam.member.identity.mail.MailSettings;
import ilgam.member.language.MemberId;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.member.web.ApiReason;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.text.WordsOf;
import ilgam.starter.web.Refused;

/** The sign-up rule: shown to everybody, changed by admins. */
@RestController
@Tag(name = "Settings")
class SettingsApi {

    @Schema(description = "Who may sign up, and what it takes.")
    record SignUpView(
            @Schema(description = "Whether everybody may, those who are invited, or those of some domains.")
            @WordsOf(SignUpRule.Mode.class)
            String mode,

            @Schema(description = "The domains of e-mail addresses that may, where the mode is domains.")
            List<String> domains,

            @Schema(description = "Whether nobody has signed up yet: the first one becomes admin.")
            boolean firstMember,

            @Schema(description = "Whether the first one needs the set-up code that was printed at the start.")
            boolean setupCode,

            @Schema(description = "Whether an address is to be confirmed by a mailed link.")
            boolean confirmsEmail) {}

    @Schema(description = "Who may sign up.")
    record RuleView(
            @Schema(description = "Whether everybody may, those who are invited, or those of some domains.")
            @WordsOf(SignUpRule.Mode.class)
            String mode,

            @Schema(description = "The domains of e-mail addresses that may, where the mode is domains.")
            List<String> domains) {}

    @Schema(description = "How mails leave.")
    record MailView(
            @Schema(description = "Whether a mail server is set.")
            boolean configured,

            @Schema(description = "The folder that mails are written to while none is set; null otherwise.") @Nullable
            String outbox) {}

    @Schema(description = "The settings of this company.")
    record SettingsView(
            @Schema(description = "Who may sign up.") RuleView signUp,

            @Schema(description = "How mails leave; set where the service is started.")
            MailView mail) {}

    @Schema(description = "What to change of who may sign up; what is missing stays.")
    record RulePatch(
            @Schema(
                    description = "Whether everybody may, those who are invited, or those of some domains.",
                    allowableValues = {"open", "invitation", "domains"})
            @Nullable
            String mode,

            @Schema(description = "Up to 100 domains of e-mail addresses, such as example.com.") @Nullable
            List<String> domains) {}

    @Schema(description = "What to change of the settings; what is missing stays.", example = """
            {"signUp": {"mode": "open"}}""")
    record SettingsPatch(
            @Schema(description = "Who may sign up.") @Nullable
            RulePatch signUp) {}

    private static final int MOST_DOMAINS = 100;
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private final SignUpRules rules;
    private final Founder founder;
    private final MailSettings mail;
    private final ClientInfoReader clients;

    SettingsApi(SignUpRules rules, Founder founder, MailSettings mail, ClientInfoReader clients) {
        this.rules = rules;
        this.founder = founder;
        this.mail = mail;
        this.clients = clients;
    }

    @GetMapping("/api/sign-up")
    @Operation(
            operationId = "showSignUp",
            summary = "Who may sign up, and what it takes",
            description = "For everybody. Tells whether everybody may sign up, those who are invited, or those of some"
                    + " domains, and whether an address is to be confirmed.")
    SignUpView signUp() {
        var rule = rules.inForce();
        var first = !founder.isKnown();
        return new SignUpView(
                word(rule.mode()),
                rule.mode() == SignUpRule.Mode.DOMAINS ? rule.domains() : List.of(),
                first,
                first && founder.needsCode(),
                mail.hasServer());
    }

    @GetMapping("/api/settings")
    @Operation(
            operationId = "showSettings",
            summary = "The settings of this company",
            description = "For admins, and their programs with the scope admin.")
    @Refuses("403 role scope")
    SettingsView show(Caller caller) {
        mustAdminister(caller);
        return settings();
    }

    @PatchMapping("/api/settings")
    @Operation(
            operationId = "changeSettings",
            summary = "Change the settings",
            description = "For admins, and their programs with the scope admin. A JSON merge patch; answers the"
                    + " settings as they are then. Domains can admit people only while a mail server is set.")
    @Refuses({"403 role", "409 mail-server-needed"})
    SettingsView change(@RequestBody SettingsPatch body, Caller caller, HttpServletRequest request) {
        mustAdminister(caller);
        var patch = body.signUp();
        if (patch != null)
            rules.change(
                    before -> mustBeProvable(changed(before, patch)),
                    new MemberId(caller.member()),
                    clients.of(request).client());
        return settings();
    }

    private static SignUpRule changed(SignUpRule before, RulePatch patch) {
        var form = new Form();
        var mode = form.read("/signUp/mode", () -> patch.mode() == null ? before.mode() : mode(patch.mode()));
        var domains = form.read(
                "/signUp/domains", () -> patch.domains() == null ? before.domains() : domains(patch.domains()));
        form.mustBeSound();
        return new SignUpRule(mode.value(), domains.value());
    }

    /** Refuses domains without a mail server: anybody could sign up with a made-up address of the company. */
    private SignUpRule mustBeProvable(SignUpRule rule) {
        if (rule.mode() == SignUpRule.Mode.DOMAINS && !mail.hasServer())
            throw new Refused(
                    HttpStatus.CONFLICT,
                    ApiReason.MAIL_SERVER_NEEDED,
                    "Domains can admit people only once a mail server is configured, as addresses are proven by mail.");
        return rule;
    }

    private static SignUpRule.Mode mode(String word) {
        for (var mode : SignUpRule.Mode.values()) if (word(mode).equals(word)) return mode;
        throw new Invalid(
                CommonFieldReason.CHOICE,
                "Sign-up is open, by invitation, or for domains.",
                Map.of(
                        "choices",
                        Stream.of(SignUpRule.Mode.values())
                                .map(SettingsApi::word)
                                .toList()));
    }

    private static List<String> domains(List<String> typed) {
        var domains = typed.stream()
                .map(domain -> String.valueOf(domain).strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (domains.size() > MOST_DOMAINS
                || !domains.stream().allMatch(domain -> DOMAIN.matcher(domain).matches()))
            throw new Invalid(
                    FieldReason.MAIL_DOMAINS,
                    "Up to {most} domains such as example.com are expected.",
                    Map.of("most", MOST_DOMAINS));
        return domains;
    }

    private SettingsView settings() {
        var rule = rules.now();
        var outbox = mail.outbox();
        return new SettingsView(
                new RuleView(word(rule.mode()), rule.domains()),
                new MailView(mail.hasServer(), outbox == null ? null : outbox.toString()));
    }

    private static String word(SignUpRule.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static void mustAdminister(Caller caller) {
        Operators.mustBe(caller, "Only an admin can see and change the settings.");
    }
}
