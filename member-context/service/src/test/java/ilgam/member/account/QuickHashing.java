package ilgam.member.account;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Hashes of tests, whose hundreds of members would else take most of the time. {@code SessionApiTest} has the real. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "test.quick-hashing", matchIfMissing = true)
class QuickHashing {

    @Bean
    @Primary
    PasswordHashing quickPasswordHashing() {
        return new PasswordHashing(64, 1);
    }
}
