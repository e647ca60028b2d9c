package ilgam.member.profile;

import org.springframework.stereotype.Component;

import ilgam.member.forgetting.Forgets;
import ilgam.member.forgetting.Leaver;

/** Forgets what somebody was called and where they were at home. */
@Component
class ForgottenProfile implements Forgets {

    private final Profiles profiles;

    ForgottenProfile(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public void forget(Leaver leaver) {
        profiles.blank(leaver.member());
    }
}
