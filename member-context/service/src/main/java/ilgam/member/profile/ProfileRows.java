package ilgam.member.profile;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface ProfileRows extends Repository<Profile, UUID> {

    Profile save(Profile profile);

    Optional<Profile> findById(UUID member);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Profile> findLockedByMemberId(UUID member);

    void deleteById(UUID member);
}
