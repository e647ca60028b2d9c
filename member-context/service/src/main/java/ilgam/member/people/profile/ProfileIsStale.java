package ilgam.member.people.profile;

import ilgam.member.text.RequestRefused;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Sentence;

/** The same field of the profile was changed since the version that the client has seen. */
public final class ProfileIsStale extends RequestRefused {

    private static final long serialVersionUID = 1L;

    ProfileIsStale() {
        super(
                CommonReason.STALE,
                Sentence.of("The profile was changed in the meantime. Load it again, then repeat the change."));
    }
}
