package ilgam.member.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface SessionRows extends Repository<Session, UUID> {

    Session save(Session session);

    Optional<Session> findByIdAndMemberId(UUID id, UUID member);

    List<Session> findByMemberIdOrderByLastUsedAtDesc(UUID member, Limit limit);

    long deleteByIdAndMemberId(UUID id, UUID member);
}
