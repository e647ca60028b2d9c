package ilgam.member.people.profile;

import org.springframework.stereotype.Component;

import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;

/** Erases a member's name, language and time zone. */
@Component
class ProfileEraser implements PersonalDataEraser {

    private final Profiles profiles;

    ProfileEraser(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public void erase(ErasureSubject subject) {
        profiles.blank(subject.member());
    }
}
