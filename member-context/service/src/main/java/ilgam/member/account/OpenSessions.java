package ilgam.member.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;

/** Where a member is logged in. A new password ends it everywhere else. */
public interface OpenSessions {

    void endAllBut(@Nullable UUID session, MemberId member);
}
