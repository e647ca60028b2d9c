package ilgam.member.account;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

    Optional<Account> findById(UUID member);

    Optional<Account> findByEmailKey(String emailKey);
}
