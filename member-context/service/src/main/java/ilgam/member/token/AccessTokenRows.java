package ilgam.member.token;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface AccessTokenRows extends Repository<AccessToken, UUID> {

    AccessToken save(AccessToken token);

    Optional<AccessToken> findByIdAndMemberIdAndRevokedAtIsNull(UUID id, UUID member);

    List<AccessToken> findByMemberIdAndRevokedAtIsNullOrderByCreatedAtDesc(UUID member);
}
