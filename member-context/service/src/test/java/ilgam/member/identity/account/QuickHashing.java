package ilgam.member.identity.account;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Fast password hashing for tests, which sign up hundreds of members. {@code SessionApiTest} uses the real one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "test.quick-hashing", matchIfMissing = true)
class QuickHashing {

    @Bean
    @Primary
    PasswordHashing quickPasswordHashing() {
        return new PasswordHashing(64, 1);
    }
}
