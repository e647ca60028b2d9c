package ilgam.member.admission;

import java.util.List;

/** Who may sign up without an invitation. An invitation always admits. */
public record SignUpRule(Mode mode, List<String> domains) {

    /** As it stands in settings, in lower case. */
    public enum Mode {
        OPEN,
        INVITATION,
        DOMAINS
    }

    boolean admitsDomain(String email) {
        return domains.contains(email.substring(email.lastIndexOf('@') + 1));
    }
}
