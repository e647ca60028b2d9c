package ilgam.member.identity.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;

/** The sessions of a member. A new password ends all others. */
public interface OpenSessions {

    void endAllBut(@Nullable UUID session, MemberId member);
}
