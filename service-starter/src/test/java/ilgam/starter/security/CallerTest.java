package ilgam.starter.security;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTest {

    @ParameterizedTest
    @CsvSource({
        "ADMIN, read write admin, ADMIN",
        "ADMIN, read write, MANAGER",
        "ADMIN, read, MANAGER",
        "MANAGER, read write, MANAGER",
        "MANAGER, read write admin, MANAGER",
        "MEMBER, read write admin, MEMBER",
        "MEMBER, read, MEMBER"
    })
    void a_token_without_the_scope_admin_makes_an_administrator_a_manager(String role, String scopes, String actsAs) {
        var caller = new Caller(UUID.randomUUID(), role, Set.of(scopes.split(" ")), Set.of(), Set.of(), "api");

        for (var candidate : Set.of("MEMBER", "MANAGER", "ADMIN"))
            assertThat(caller.is(candidate)).as(candidate).isEqualTo(candidate.equals(actsAs));
    }
}
