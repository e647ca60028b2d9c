package ilgam.member.identity.admission;

import java.util.List;

import ilgam.member.text.MailDomain;

/** Which people may sign up without an invitation. An invitation always admits. */
public record SignUpRule(Mode mode, List<String> domains) {

    /** The mode, in lower case in the settings API. */
    public enum Mode {
        OPEN,
        INVITATION,
        DOMAINS
    }

    boolean admitsDomain(String email) {
        var domain = MailDomain.keyOf(email.substring(email.lastIndexOf('@') + 1));
        return domains.stream().map(MailDomain::keyOf).anyMatch(domain::equals);
    }
}
