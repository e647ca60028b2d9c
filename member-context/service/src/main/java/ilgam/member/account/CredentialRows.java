package ilgam.member.account;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface CredentialRows extends Repository<Credentials, UUID> {

    Credentials save(Credentials credentials);

    Optional<Credentials> findById(UUID member);

    void deleteById(UUID member);
}
