package ilgam.starter.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Keys that a service trusts.
 *
 * @param serviceKey the shared secret of gateway and services, which every request to a service carries
 */
@ConfigurationProperties("ilgam")
record SecurityProperties(
        @DefaultValue Security security, @Nullable String serviceKey) {

    /**
     * Verification of tokens.
     *
     * @param publicKey EC P-256, PEM
     */
    record Security(@Nullable Resource publicKey) {}
}
